"""The formulas: small pure functions on whole numbers, each written once.

They take whole øre and hundredths of hours and run alike on Python ints and on columns of them:
only ``+ - * //``, comparisons and `pick` are used, nothing is negative, and with the bounds that
callers keep (`socialkapitel.money`) nothing exceeds 53 bits. Calculators and frames, above, look
figures up, check input and explain.
"""
