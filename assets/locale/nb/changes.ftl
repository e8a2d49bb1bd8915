# What changes from one state of the project to another, figure by figure, and why.

changes-line = { $label }: { $before } → { $after }
changes-main =
    { $count ->
        [one] ett hovedtall
       *[other] { $count } hovedtall
    }
changes-cases =
    { $count ->
        [one] ett annet tall om saker
       *[other] { $count } andre tall om saker
    }
changes-organisation =
    { $count ->
        [one] ett tall om folk og mål
       *[other] { $count } tall om folk og mål
    }
changes-statements =
    { $count ->
        [one] ett beløp i oppstillingene
       *[other] { $count } beløp i oppstillingene
    }
changes-other-years =
    { $count ->
        [one] ett tall fra andre år
       *[other] { $count } tall fra andre år
    }
changes-weeks =
    { $count ->
        [one] ett tall for en uke
       *[other] { $count } tall for uker
    }
changes-days =
    { $count ->
        [one] ett tall for en dag
       *[other] { $count } tall for dager
    }
changes-accounts =
    { $count ->
        [one] ett beløp på en konto
       *[other] { $count } beløp på kontoer
    }
changes-gone =
    { $count ->
        [one] ett tall som ikke finnes lenger
       *[other] { $count } tall som ikke finnes lenger
    }

cause-import = Import av { $file }, { $when }
cause-import-anew = Ny import av { $file }, { $when }
cause-import-replaced = Import av { $file } i stedet for { $old }, { $when }
cause-corrected = Rettet { $cell } fra { $old } til { $new }
cause-edit = { $what }, { $by }
cause-setting = Innstilling: { $what }, { $by }
cause-signed = { $who } { $when }
cause-unknown = Ingen import eller endring i prosjektet forklarer det. Programmet kan regne annerledes enn før
cause-among = Én eller flere av disse: { $causes }
changes-rest = og { $groups }

changed-title =
    { $count ->
        [one] Ett tall endres
       *[other] { $count } tall endres
    }
changed-title-new =
    { $count ->
        [one] Ett tall får verdi for første gang
       *[other] { $count } tall får verdi for første gang
    }
changed-none = Ingen tall endres
changed-none-body = Importen legger til eller retter rader, men alle tall som trykkes, blir de samme.
changed-figure = Tall
changed-before = Før
changed-after = Etter
changed-now = Nå
changed-cause = Årsak
changed-all = Vis alle { $count }
changed-fewer = Vis færre
