"""A small HR service: it stores the events of cases, and shows each person what is for them.

`hr_system.app.create_app` makes the service; the README tells how to run it.
"""
