# What cells of workbooks say besides their values: hidden sheets, number formats, formulas.
