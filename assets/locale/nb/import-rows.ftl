# Rows held against the shape of their sheet, and dates.
