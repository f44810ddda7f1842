"""Re-plan: an older plan carried into a changed mission, with as few moves as can be, each with its reason.

And what fits here: the places where one serial or one offer could go, with what each does to the rest.
`reading` reads the older plan, `carrying` says what of it the changed mission still knows, `replanning` plans
again, `moves` tells what moved.
"""
