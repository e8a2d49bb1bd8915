# Milestones: states of the project with a name, and what has changed since.

milestone-without-name = Milepælen trenger et navn
milestone-name-taken = Det finnes en milepæl som heter «{ $name }». Velg et annet navn
milestone-none-yet = Prosjektet har ingen milepæler, heller ikke «{ $name }». Lag en med kommandoen milestone
milestone-unknown = Det finnes ingen milepæl som heter «{ $name }». Milepælene er { $names }
edit-made-milestone = Laget milepælen «{ $name }»
edit-renamed-milestone = Endret navnet på milepælen «{ $old }» til «{ $new }»
edit-removed-milestone = Slettet milepælen «{ $name }»

milestone-new = Ny milepæl…
milestone-title = Ny milepæl
milestone-lead = Milepælen husker tallene slik de er trykt nå. Siden ser du hvilke som er endret, og hvorfor.
milestone-name = Navn
milestone-hint = til styret 12.4.
milestone-make = Lag milepæl
milestone-rename = Gi nytt navn…
milestone-rename-title = Nytt navn på milepælen
milestone-rename-do = Gi nytt navn
milestone-remove = Slett milepælen
milestone-compare = Sammenlign med nå
milestone-more = Mer om «{ $name }»
milestone-comparing = Sammenligner
milestone-from = Fra
milestone-from-choice = Milepælen det sammenlignes fra
milestone-to = til
milestone-to-choice = Det som sammenlignes med
milestone-now = Nå
milestone-close = Lukk sammenligningen
milestone-changed-since =
    { $count ->
        [0] Ingen tall er endret siden «{ $since }».
        [one] Ett tall er endret siden «{ $since }».
       *[other] { $count } tall er endret siden «{ $since }».
    }
milestone-changed-between =
    { $count ->
        [0] Ingen tall er endret fra «{ $since }» til «{ $until }».
        [one] Ett tall er endret fra «{ $since }» til «{ $until }».
       *[other] { $count } tall er endret fra «{ $since }» til «{ $until }».
    }
milestone-groups = Det er { $groups }.
milestone-unchanged = Alt som er trykt, er det samme.
milestones-title = Milepæler
milestones-count =
    { $count ->
        [one] Én milepæl
       *[other] { $count } milepæler, de nyeste først
    }
milestones-none = Ingen milepæler ennå
milestones-none-body = Gi tallene slik de er nå et navn, for eksempel når de sendes til styret. Siden ser du hva som er endret, og hvorfor.
milestones-name = Navn
milestones-figures = Tall
milestones-sources = Kilder
sources-tab-imported = Importert
sources-tab-milestones = Milepæler
