#!/usr/bin/env bash
# A lint that finds nothing proves nothing: every way to name a member of JSON must be found, and what looks like it must pass.
# Usage: members_selftest.sh <members.sh>
set -euo pipefail
members=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# expect <0|1> <path> <code>
expect() {
    rm -rf "$work"/{app,wizard,models}
    mkdir -p "$work"/{app,wizard,models} "$work/$(dirname "$2")"
    printf '%s\n' "$3" >"$work/$2"
    local code=0
    (cd "$work" && GIT_DIR=/nonexistent bash "$members" "$work") >"$work/out" 2>&1 || code=$?
    if [ "$code" -ne "$1" ]; then
        echo "expected exit $1, got $code for $2: $3"
        cat "$work/out"
        failures=$((failures + 1))
    fi
}

for folder in app/desktop/events app/look/texts app/net/wave app/autosave wizard/plan models/rules; do
    expect 1 "$folder/a.cpp" 'cities.append(row.toObject().value("city"_L1).toString());'
done
expect 1 wizard/a.cpp 'place.extra.value(QLatin1StringView("region"))'
expect 1 wizard/a.cpp 'json.value(u"region"_s)'
expect 1 wizard/a.cpp 'json->value(QStringLiteral("Region"))'
expect 1 wizard/a.cpp 'json.value("region")'
expect 1 wizard/a.cpp 'json.take("region"_L1)'
expect 1 wizard/a.cpp 'json[u"region"_s].toString()'
expect 1 wizard/a.cpp 'json["region"_L1].toString()'
expect 1 wizard/a.cpp 'json[QLatin1StringView("region")]'
expect 1 wizard/a.cpp 'JsonReader reader(json, {});'
expect 1 wizard/a.cpp 'QJsonObject json; json.insert("region"_L1, name);'
expect 1 wizard/a.cpp 'void f(QJsonObject json) { json.remove(QLatin1StringView("region")); }'
expect 1 wizard/a.cpp 'if (QJsonObject(json).contains("region"_L1)) return;'
expect 1 wizard/a.cpp 'QJsonObject json{{"region"_L1, name}};'
expect 1 wizard/a.cpp 'QJsonObject json;
json = {{"key"_L1, key},
        {QStringLiteral("region"), name}};'
expect 0 models/wave/a.cpp 'json.value("region"_L1)'
expect 0 app/service/a.cpp 'json.value("region"_L1)'
expect 0 wizard/a.cpp '// The service names it: json.value("region"_L1).'
expect 0 wizard/a.cpp '/* json.value("region"_L1) */ int a;'
expect 0 wizard/a.cpp 'settings.value("window/geometry"_L1); environment.value(u"GROUNDSWELL_TOKEN"_s);'
expect 0 wizard/a.cpp 'json.value(kind); names.contains("region"_L1); texts.insert(u"region"_s, name);'
expect 0 wizard/a.cpp 'QJsonObject body; post({QStringLiteral("events"), QStringLiteral("statistics")}, body);'
expect 0 wizard/a.cpp 'const QHash<QString, QString> words{{u"events"_s, tr("Events")}};'
# An exemption that nobody needs any more.
expect 1 app/look/texts/fieldvalue.cpp 'int a;'
expect 0 app/look/texts/fieldvalue.cpp 'json.value("geo"_L1)'
[ "$failures" -eq 0 ] && echo "Every name of a member is found where it must be"
exit $((failures > 0))
