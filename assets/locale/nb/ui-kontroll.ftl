# Words of the place Kontroll.

place-control = Kontroll
shell-place-count = { $place }: { $count ->
    [one] ett funn å rette
   *[other] { $count } funn å rette
}

control-tab-all = Alle { $count }
control-tab-errors = Feil { $count }
control-tab-warnings = Advarsler { $count }
control-tab-notes = Til vurdering { $count }
control-tab-accepted = Godtatt { $count }
control-place = Sted
control-place-all = alle
control-expected = Ventet
control-found = Funnet
control-difference = Forskjell

control-row = { $severity }: { $sentence }
control-row-numbers = { $row }. Ventet { $expected }, funnet { $found }
control-row-difference = { $row }, forskjell { $difference }
control-row-accepted = { $row }. { $accepted }
control-where-sheet = ark «{ $sheet }»
control-where-cell = celle { $cell }

control-go = Gå til →
control-go-to = Gå til { $place }
control-held-against = Holdt mot
control-accept = Godta med grunn…
control-reopen = Åpne igjen
control-accepted = Godtatt av { $who } { $when }: { $reason }
control-accepted-unnamed = Godtatt { $when }: { $reason }
control-accept-title = Godta funnet
control-accept-lead = Funnet blir stående som godtatt så lenge tallene er som nå. Endrer de seg, er det åpent igjen.
control-accept-reason = Hvorfor det kan stå
control-accept-name = Navnet ditt
control-accept-no-reason = Skriv hvorfor funnet kan stå
control-accept-no-name = Skriv hvem som godtar funnet
control-accept-do = Godta

control-none = Ingen funn
control-none-body = { $held ->
    [one] Én kontroll stemmer
   *[other] { $held } kontroller stemmer
}
control-none-here = Under Alle står det som er funnet ellers
control-running = Kontrollerer tallene
control-broken = Kontrollene stoppet underveis. Gjør en endring for å kjøre dem på nytt, og meld fra hvis det skjer igjen

control-next = neste funn
control-show = vis hva som kan gjøres
control-key-go = gå til
control-rounding = Avrunding alene er aldri feil
keys-up = ↑
keys-down = ↓
keys-go = Ctrl Enter
