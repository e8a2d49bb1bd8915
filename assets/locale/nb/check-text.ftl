# The numbers of a text, held against the figures.

text-between = { $new }, målt mot { $reference }
text-kroner = kr { $amount }
text-thousand-kroner = { $amount } tusen kroner
text-million-kroner = { $amount } mill. kroner
text-billion-kroner = { $amount } mrd. kroner
text-word-before = { $word } … { $number }
text-word-behind = { $number } { $word }
text-cause = Trolig { $cause }.
text-divided-by-new = Endringen er delt på den nye verdien, ikke på den det sammenlignes med.
text-direction = Tallet stemmer, men retningen er feil.
text-other-period = Tallet er { $label }.
text-other-comparison = Tallet er { $label }.
text-other-unit = Prosent og prosentpoeng er forvekslet.
text-goal-is = Målet er { $threshold }.
text-reached = nådd
text-not-reached = ikke nådd
text-swapped = To sifre har byttet plass.
text-thousands = Tusenskille eller komma står feil.

cli-text-contradicts = Strider mot tallene: { $count }
cli-text-unknown = Ukjent: { $count }
cli-text-agrees = Stemmer: { $count }
cli-text-line = { "  " }Linje { $line }: { $text }
cli-text-sentence = { "    " }«{ $sentence }»
cli-text-should = { "    " }{ $label } er { $value }. Skriv { $wording }.
cli-text-cause = { "    " }{ $cause }
cli-text-numbers = { "  " }{ $numbers }
cli-text-in-tables = { "  " }I tabeller: { $numbers }
cli-text-nothing = Teksten har ingen tall å kontrollere.

document-empty = Dokumentet har ingen tekst. Er det et skannet bilde, må teksten lagres som tekst først
document-damaged = Dokumentet er skadet og kan ikke leses. Åpne det og lagre en kopi
document-encrypted = Dokumentet er beskyttet med passord. Lagre en kopi uten passord
document-unknown = Fila er verken tekst, Word-dokument (.docx) eller PDF. Lagre den som en av dem
document-old-word = Fila er et gammelt Word-dokument (.doc). Lagre den som .docx

help-check-text = Holder tallene i en tekst mot tallene i prosjektet
help-check-text-file = Prosjektfila
help-check-text-text = Teksten: .txt, .docx eller .pdf
help-check-text-json = For maskiner
