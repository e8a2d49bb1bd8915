# Lists of cases: numbers, priorities, persons, statuses.
