"""Every actor of a finding stands on its own name where the sentence tells it."""

import pytest
from tests.reading.reader import READER

pytest.importorskip("readout_en", reason="the English model is not installed")


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister of Norway Erik Berg, together with Foreign Minister Ane Lund, held talks in Riga with Prime Minister of Latvia Janis Kalns.",
        "Latvian Prime Minister Janis Kalns, Norwegian Prime Minister Erik Berg and Finnish President Aino Salo met in Riga on Monday.",
        "National Security Adviser Erik Berg received his colleagues Janis Kalns of Latvia and Aino Salo of Finland in Oslo on Monday.",
    ],
)
def test_each_of_those_who_met_stands_on_its_own_name(text):
    met = READER.read(text, date="2023-03-14", source="The White House").of_kind("meeting")
    slots = [slot for finding in met for slot in finding.all("participants")]
    assert len(slots) >= 3
    assert [str(slot.value).split()[-1] in slot.span.of(text) for slot in slots] == [True] * len(slots)
