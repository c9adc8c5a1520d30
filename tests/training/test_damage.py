"""Annotated reports whose quotations lose their opening marks keep every annotation on its words."""

from training.spans.damage import without_opening_marks

TEXT = 'He said: “We will build it,” and «we will pay».  "Soon," he added. It is 5" wide.'
BARE = 'He said: We will build it,” and we will pay».  Soon," he added. It is 5" wide.'


def at(words):
    start = TEXT.index(words)
    return [start, start + len(words)]


def test_only_opening_marks_go_and_annotations_move_with_their_words():
    record = {"id": "r", "text": TEXT, "statements": [
        {"at": at("We will build it"), "cue_at": at("said"), "parts_at": [at("we will pay"), at("Soon")]},
    ], "doubtful": [{"at": at("It is 5\" wide")}]}  # fmt: skip
    copy = without_opening_marks(record)
    assert copy["text"] == BARE
    statement = copy["statements"][0]
    said = [BARE[slice(*place)] for place in (statement["at"], statement["cue_at"], *statement["parts_at"])]
    assert said == ["We will build it", "said", "we will pay", "Soon"]
    assert BARE[slice(*copy["doubtful"][0]["at"])] == 'It is 5" wide'


def test_a_report_without_opening_marks_has_no_copy():
    assert without_opening_marks({"id": "r", "text": "They met."}) is None
