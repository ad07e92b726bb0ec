# Sourced by tests/bench/run: remembers measurements and prints them side by side.
# shellcheck shell=bash disable=SC2154 # work is the caller's

# note <section> <who> <seconds> [MB]
note() { printf '%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "${4:-}" >>"$work/measured"; }
# missing <section> <who> <why>: a rival that could not be asked is shown, not passed over.
missing() { printf '%s\t%s\t\t\t%s\n' "$1" "$2" "$3" >>"$work/measured"; }
# Seconds since the value of EPOCHREALTIME in $1.
since() { awk -v a="$1" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.4f", b - a }'; }
# timed <section> <who> <command…>: its wall time and the peak of its memory; standard output goes to $work/output.
timed() {
    local section=$1 who=$2
    shift 2
    rm -f "$work/once"
    "$measure" "$work/once" x "$@" >"$work/output" 2>"$work/errors" || {
        missing "$section" "$who" "failed: $(head -c 200 "$work/errors" | tr '\n\t' '  ')"
        return 0
    }
    note "$section" "$who" "$(cut -f2 "$work/once")" "$(cut -f3 "$work/once")"
}
describe_machine() {
    awk -F': ' '/^model name/ { print "on " $2; exit }' /proc/cpuinfo 2>/dev/null || true
    echo "$(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg) at the end, $(date +%F)"
}

# The median of each measurement by section; rivals as a multiple of the first that the section names.
print_table() {
    awk -F'\t' '
        function median(list,   n, i, j, t, v) {
            n = split(list, v, " ")
            for (i = 2; i <= n; i++) for (j = i; j > 1 && v[j - 1] + 0 > v[j] + 0; j--) { t = v[j]; v[j] = v[j - 1]; v[j - 1] = t }
            low = v[1]; high = v[n]; count = n
            return n % 2 ? v[(n + 1) / 2] : (v[n / 2] + v[n / 2 + 1]) / 2
        }
        function line(section, name,   key, value) {
            key = section "\t" name
            if (values[key] == "") { printf "  %-44s — %s\n", name, why[key]; return }
            value = median(values[key])
            printf "  %-44s %10.3f  (%.3f to %.3f, %d)", name, value, low, high, count
            if (peak[key] != "") printf "  %5d MB", peak[key]
            if (!base) base = value
            else if (section != "service") printf "  %6.1f ×", section ~ /split|parse/ ? base / value : value / base
            if (why[key] != "") printf "  — %s", why[key]
            printf "\n"
        }
        {
            key = $1 "\t" $2
            if (!($1 in seen)) { seen[$1] = 1; sections[++S] = $1 }
            if (!(key in known)) { known[key] = 1; who[$1, ++members[$1]] = $2 }
            if ($5 != "") why[key] = $5
            if ($3 != "") values[key] = values[key] " " $3
            if ($4 + 0 > peak[key] + 0) peak[key] = $4
        }
        END {
            title["sample"] = "Making the sample, s"
            title["import"] = "Import of three files, committed, s"
            title["clusters"] = "An event\047s clusters by the command line: start, load, first run, s"
            title["start"] = "From three files to the clusters of an event, s"
            title["split"] = "Splitting sales.csv into fields, MB/s of one core"
            title["parse"] = "Parsing it: texts, times, numbers, amounts, MB/s of one core"
            title["load"] = "Loading all sales into memory, s"
            title["run"] = "First taste run, sales loaded, s"
            title["next"] = "The next event\047s clusters on the same run, s"
            title["evaluation"] = "Evaluation of three clusters (150,000 customers where there are so many) by three models, s"
            title["export"] = "All customers as CSV, s"
            title["hash"] = "SHA-256 of 1,000,000 addresses in hexadecimal, s"
            title["normalise"] = "The same with normalising them before, s"
            title["service"] = "Through the service, s"
            for (s = 1; s <= S; s++) {
                section = sections[s]; printf "\n%s\n", title[section]; base = 0
                for (ours = 1; ours >= 0; ours--)
                    for (m = 1; m <= members[section]; m++)
                        if ((who[section, m] ~ /^Groundswell/ || section == "service") == ours) line(section, who[section, m])
            }
        }' "$work/measured"
}
