"""How right is each layer? Scorers, the corpora they run on, and floors that accuracy does not fall below.

The corpora stand outside the repository: `SAYSO_CORPORA` names their folder.
"""
