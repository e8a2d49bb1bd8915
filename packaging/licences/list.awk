# Makes the list for people of what make.sh collects. Lines that begin with @@ say what follows:
#
#   @@part NAME                    SKRIFTER, BIBLIOTEKER, MERKNADER
#   @@licence ID, @@name NAME      a licence, then
#   @@crate NAME, @@source URL       each that is used under it
#   @@notice CRATE: FILE           a crate's notice
#   @@text … @@end                 the text of either
#
# Texts of one licence that differ only in case, space and punctuation are one text. Of Apache-2.0 that
# is the licence itself: the holders whom a copy of it names around it stand with the crates.

/^@@part / {
    part = substr($0, 8)
    parts[++part_count] = part
    next
}
/^@@licence / {
    id = substr($0, 11)
    crates = 0
    next
}
/^@@notice / {
    id = "notice"
    crates = 1
    crate[1] = substr($0, 10)
    next
}
/^@@name / {
    name[id] = substr($0, 8)
    next
}
/^@@crate / {
    crate[++crates] = substr($0, 9)
    next
}
/^@@source/ {
    source[crates] = substr($0, 10)
    next
}
/^@@text$/ {
    is_text = 1
    lines = 0
    next
}
/^@@end$/ {
    is_text = 0
    place()
    next
}
is_text { line[++lines] = $0 }

# Puts the text that was read, and who uses it, where the same text was met before, or last.
function place(    first, last, i, text, plain, bare, is_blank, group, who) {
    first = 1
    last = lines
    if (id == "Apache-2.0") {
        for (i = lines; i >= 1; i--) {
            if (line[i] ~ /^ *Apache License/) first = i
            if (line[i] ~ /END OF TERMS AND CONDITIONS/) last = i
        }
        if (last < first) last = lines
    }
    for (i = first; i <= last; i++) {
        # Blank lines around a text, and more than one within, are left out.
        if (line[i] == "") {
            is_blank = 1
            continue
        }
        text = text (text == "" ? "" : is_blank ? "\n\n" : "\n") line[i]
        is_blank = 0
        bare = tolower(line[i])
        gsub(/[ !-\/:-@\[-`{-~]/, "", bare)
        gsub(/https/, "http", bare)
        plain = plain bare
    }
    if (!((part, id, plain) in group_of)) {
        group_of[part, id, plain] = ++groups
        group_part[groups] = part
        group_id[groups] = id
        group_text[groups] = text
    }
    group = group_of[part, id, plain]
    for (i = 1; i <= lines; i++)
        if ((i < first || i > last) && line[i] ~ /^ *Copyright .*[12][0-9][0-9][0-9]/) {
            sub(/^ */, "", line[i])
            if (!((group, line[i]) in known)) holders[group] = holders[group] "\n" line[i]
            known[group, line[i]] = 1
        }
    for (i = 1; i <= crates; i++) {
        who = crate[i] (id ~ /^MPL-/ ? " (kildekode: " source[i] ")" : "")
        if (!((group, who) in known)) users[group] = users[group] "\n" who
        known[group, who] = 1
        if (part == "BIBLIOTEKER" && !((id, who) in counted)) {
            if (!(id in uses)) ids[++id_count] = id
            uses[id]++
            counted[id, who] = 1
        }
    }
}

# Prints the items in order: as many a line as there is room for, or each on its own.
function print_items(items, is_each_alone,    n, a, i, j, moved, line) {
    n = split(substr(items, 2), a, "\n")
    for (i = 2; i <= n; i++) {
        moved = a[i]
        for (j = i - 1; j > 0 && a[j] > moved; j--) a[j + 1] = a[j]
        a[j + 1] = moved
    }
    for (i = 1; i <= n; i++) {
        if (line != "" && (is_each_alone || length(line) + length(a[i]) > 94)) {
            print "  " line
            line = ""
        }
        line = line (line == "" ? "" : " ") a[i] (i < n && !is_each_alone ? "," : "")
    }
    print "  " line
    print ""
}

function print_rule(character,    i, line) {
    for (i = 0; i < 80; i++) line = line character
    print "\n" line
}

END {
    print "LISENSER"
    print ""
    print "Årsmelding er laget med disse bibliotekene og skriftene. Takk til dem som har laget dem."
    print "Programmet bruker også standardbiblioteket til Rust, under Apache License 2.0."
    print ""
    print "Lista har tre deler: skriftene, bibliotekene etter lisens, og merknadene som bibliotekene har"
    print "med om det de selv bygger på. Hver lisenstekst står etter navnene på dem den gjelder. Et"
    print "bibliotek som kan brukes under flere lisenser, står under den som er valgt her. Gjelder flere"
    print "samtidig, står det under hver av dem."
    print ""
    print "Lisenser og antall biblioteker:"
    for (i = 1; i <= id_count; i++) printf "  %s: %d\n", name[ids[i]], uses[ids[i]]
    for (p = 1; p <= part_count; p++) {
        print_rule("=")
        print parts[p]
        if (parts[p] == "MERKNADER") {
            print ""
            print "De er tatt med hele, også der de gjelder skrifter og annet som Årsmelding ikke inneholder."
        }
        for (g = 1; g <= groups; g++) {
            if (group_part[g] != parts[p]) continue
            print_rule("-")
            if (group_id[g] != "notice") print name[group_id[g]] "\n"
            print_items(users[g], group_id[g] == "notice" || group_id[g] ~ /^MPL-/)
            if (holders[g] != "") print_items(holders[g], 1)
            print group_text[g]
        }
    }
}
