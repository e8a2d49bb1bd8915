# Words of the place Økonomi, and of the edits that are made there.

place-economy = Økonomi

edit-put-row = Endret en rad i { $table }
edit-placed = Plasserte { $what } i { $statement } { $line }
edit-of-account = konto { $code }
edit-of-art = art { $code }
edit-of-unit = ansvar { $code }
edit-of-function = funksjon { $code }
edit-remarked = Skrev merknad til { $statement } { $line }
edit-took-statement =
    { $count ->
        [one] Tok inn én linje av trykt { $statement } { $year }
       *[other] Tok inn { $count } linjer av trykt { $statement } { $year }
    }
edit-accounts-status = Endret regnskapets status fra { $old } til { $new }
edit-accounts-percent = Endret grensen for merknad fra { $old } til { $new }
edit-accounts-kroner = Endret grensen for merknad fra { $old } til { $new } kroner
edit-accounts-funds = Endret fondslinjene fra { $old } til { $new }
edit-accounts-travel = Endret linjen for oppgavepliktige reiser fra { $old } til { $new }
edit-accounts-shown = Viser { $statement } i { $how }
