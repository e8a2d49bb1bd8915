# What the checks say: what was expected, what was found, and what to do.

edit-accepted = Godtok et funn: { $reason }
edit-reopened = Åpnet et godtatt funn igjen
accept-without-reason = Funnet er ikke godtatt, for grunnen mangler. Skriv hvorfor det kan stå

check-statement-sum = { $subject }: summen av linjene er { $expected }, men det står { $found }. Rett summen, eller linja som er feil eller mangler
check-statement-shared = { $subject } er { $found }, men { $other } er { $expected }. Samme tall skal stå likt i begge oppstillingene
check-second-paragraph = { $subject } er { $found }, men første ledd har { $expected }. Alt som står i første ledd, skal fordeles i andre ledd
check-transfer-mirror = { $subject } er { $found }, men skulle vært { $expected } etter { $other }. Det som overføres fra drift, skal komme inn i investering
check-depreciation-mirror = { $subject } er { $found }, men skulle vært { $expected }. Motposten skal være like stor som avskrivningene, med motsatt fortegn
check-last-year = { $subject } er { $found }, men regnskapet for det året har { $expected }. Finn ut hvilket av dem som gjelder
check-balance = { $subject } er { $found }, men egenkapital og gjeld er { $expected } med motsatt fortegn. Balansen skal gå opp i null
check-capital-account = { $subject } er { $found }, men anleggsmidler minus langsiktig gjeld gir { $expected }. Finn føringen som mangler motpost på kapitalkontoen; ubrukte lånemidler kan forklare en forskjell
check-fund-moved = { $subject } er { $found }, men åpningen og årets avsetning og bruk gir { $expected }. Sjekk fondet mot regnskapet
check-assets-moved = { $subject } er { $found }, men åpningen med årets investeringer og avskrivninger gir { $expected }. Salg til annen pris enn bokført og nedskrivninger kan forklare en forskjell
check-closing-line = { $subject } er { $found }, men { $other } tilsier { $expected }. Rett linja, eller oppstillingen den kommer fra
check-closing-booked = { $subject } er { $found }, men det som er ført, tilsier { $expected }. Se om føringen følger §§ 4-3 og 4-6
check-fund-sum = { $subject }: saldo 01.01 og årets bevegelser gir { $expected }, men det står { $found }. Rett saldoen eller bevegelsen
check-fund-opening = { $subject } er { $found }, men året før lukket med { $expected }. Saldo 01.01 skal være saldo 31.12 året før
check-fund-balance = { $subject } er { $found }, men balansen har { $expected } som disposisjonsfond. Rett fondstabellen etter balansen
check-fund-set-aside = { $subject } er { $found }, men { $other } er { $expected }. Rett fondstabellen etter regnskapet
check-quarter-sum = { $subject } er { $found }, men de fire kvartalene gir { $expected }. Rett året eller kvartalet som er feil
check-quarter-average = { $subject } er { $found }, men årene gir { $expected } i gjennomsnitt. Regn gjennomsnittet på nytt
check-change = { $subject } er { $expected }, men det står { $found }. Endringen er ny minus gammel, delt på gammel
check-incidents-distinct = { $subject } er { $found }, men det er bare { $expected } hendelser i alt. Rett det ene av tallene
check-staff-sum = { $subject } er { $found }, men faste og midlertidige er { $expected } til sammen. Rett det tallet som er feil
check-staff-turnover = { $subject } er { $found }, men året før og de som kom og sluttet, gir { $expected }. Se om noen mangler i turnover
check-gender-headcount = { $subject } er { $found }, men bemanningen har { $expected }. Rett gruppa eller bemanningen
check-gender-women = { $subject } er { $found }, men gruppa er bare { $expected } i alt. Rett det ene av tallene
check-gender-share = { $subject } er { $expected }, men det står { $found }. Andelen er kvinner delt på alle i gruppa
check-sick-leave-groups = { $subject } er { $found }, men kvinner og menn er { $expected } til sammen. Rett det tallet som er feil
check-sick-leave-days = { $subject } er { $found }, men egenmeldt og legemeldt er { $expected } til sammen. Rett det tallet som er feil
check-sick-leave-percent = { $subject } er { $expected }, men det står { $found }. Prosenten er fraværsdager delt på mulige dagsverk
check-sick-leave-possible = { $subject } er { $found }, men det er bare { $expected } mulige dagsverk. Rett det ene av tallene
