"""The finder of commitments: the action, who undertakes it, its deadline and amount, and what reads like one and is none."""
