#include "app/service/import/mapping.h"

#include "app/service/store/searchtext.h"

#include <QJsonDocument>
#include <QSet>

namespace groundswell::service {

namespace {

QString kindName(FileKind kind)
{
    return QString::fromLatin1(fileKindName(kind));
}

void refuse(const QString &file, const QString &pointer, const char *expected)
{
    failImport(file, QStringLiteral("import.mapping"), {pointer, QString::fromLatin1(expected)});
}

FieldSource sourceFromJson(const QJsonValue &json, const QString &pointer, const QString &file)
{
    if (json.isString())
        return {json.toString(), std::nullopt};
    if (json.isObject() && json[u"value"].isString())
        return {{}, json[u"value"].toString()};
    if (!json.isNull())
        refuse(file, pointer, "a column name, {\"value\": text} or null");
    return {};
}

QMap<QString, FieldSource> fieldsFromJson(FileKind kind, const QJsonValue &json, const QString &file)
{
    QMap<QString, FieldSource> result;
    const QString pointer = u'/' + kindName(kind);
    if (!json.isObject())
        refuse(file, pointer, "an object");
    const QJsonObject object = json.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key().startsWith(u'_'))
            continue;
        if (!importField(kind, it.key()))
            failImport(file, QStringLiteral("import.mapping_field"), {kindName(kind), it.key()});
        result[it.key()] = sourceFromJson(it.value(), pointer + u'/' + it.key(), file);
    }
    return result;
}

QString textOption(const QJsonObject &options, const char *name, const QString &file)
{
    const QJsonValue value = options[QLatin1StringView(name)];
    if (!value.isString() && !value.isUndefined() && !value.isNull())
        refuse(file, QStringLiteral("/options/") + QLatin1StringView(name), "a text");
    return value.toString();
}

void readOptions(const QJsonValue &json, ImportMapping &mapping, const QString &file)
{
    if (!json.isObject())
        refuse(file, QStringLiteral("/options"), "an object");
    const QJsonObject options = json.toObject();
    mapping.timeZone = textOption(options, "time_zone", file);
    mapping.currency = textOption(options, "currency", file).toUpper();
    const QString order = textOption(options, "date_order", file);
    if (order == QLatin1StringView("day_first"))
        mapping.dateOrder = DateOrder::DayFirst;
    else if (order == QLatin1StringView("month_first"))
        mapping.dateOrder = DateOrder::MonthFirst;
    else if (!order.isEmpty())
        refuse(file, QStringLiteral("/options/date_order"), "\"day_first\" or \"month_first\"");
    const QJsonValue consent = options[u"consent_when_unknown"];
    if (consent.isBool())
        mapping.consentWhenUnknown = consent.toBool();
    else if (!consent.isUndefined() && !consent.isNull())
        refuse(file, QStringLiteral("/options/consent_when_unknown"), "true or false");
}

ImportMapping mappingFromJson(const QByteArray &json, const QString &file)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        refuse(file, QStringLiteral("/"), "a JSON object");
    ImportMapping mapping;
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        bool known = it.key().startsWith(u'_');
        for (const FileKind kind : allFileKinds()) {
            if (it.key() == kindName(kind)) {
                mapping.fields[kind] = fieldsFromJson(kind, it.value(), file);
                known = true;
            }
        }
        if (it.key() == QLatin1StringView("options")) {
            readOptions(it.value(), mapping, file);
            known = true;
        }
        if (!known)
            refuse(file, u'/' + it.key(), "one of events, sales, customers, options");
    }
    return mapping;
}

QJsonValue toJsonValue(const FieldSource &source)
{
    if (source.constant)
        return QJsonObject{{u"value"_qs, *source.constant}};
    return source.column.isEmpty() ? QJsonValue() : QJsonValue(source.column);
}

/// A header as it is compared: folded, without accents, everything but letters and digits as one '_'.
QString normalisedHeader(const QString &header)
{
    QString result;
    for (const QChar c : foldedForSearch(header)) {
        if (c.isLetterOrNumber())
            result += c;
        else if (!result.isEmpty() && !result.endsWith(u'_'))
            result += u'_';
    }
    while (result.endsWith(u'_'))
        result.chop(1);
    return result;
}

/// Finds the first of a field's names among the headers that no other field has taken.
int findColumn(const QStringList &names, const QStringList &normalised, const QSet<int> &taken)
{
    for (const QString &name : names) {
        for (int i = 0; i < normalised.size(); ++i) {
            if (!taken.contains(i) && normalised[i] == normalisedHeader(name))
                return i;
        }
    }
    return -1;
}

QStringList normalisedHeaders(const QStringList &headers)
{
    QStringList result;
    for (const QString &header : headers)
        result << normalisedHeader(header);
    return result;
}

/// Columns by field for all fields that \a wanted lets through. Fields under their own name choose first, so
/// that no synonym takes a column away from the field it is named after.
QMap<QString, int> guessColumns(FileKind kind, const QStringList &headers, QSet<int> taken,
                                const QSet<QString> &without)
{
    const QStringList normalised = normalisedHeaders(headers);
    QMap<QString, int> result;
    const auto choose = [&](const ImportField &field, int column) {
        if (column < 0)
            return;
        result[QString::fromLatin1(field.name)] = column;
        taken.insert(column);
    };
    for (const ImportField &field : importFields(kind)) {
        if (!without.contains(QString::fromLatin1(field.name)))
            choose(field, findColumn({QString::fromLatin1(field.name)}, normalised, taken));
    }
    for (const ImportField &field : importFields(kind)) {
        const QString name = QString::fromLatin1(field.name);
        if (!without.contains(name) && !result.contains(name))
            choose(field,
                   findColumn(QString::fromUtf8(field.synonyms).split(u' ', Qt::SkipEmptyParts), normalised,
                              taken));
    }
    return result;
}

int mappedColumn(const QString &field, const QString &column, const QStringList &headers, const QString &file)
{
    qsizetype index = headers.indexOf(column);
    if (index < 0)
        index = normalisedHeaders(headers).indexOf(normalisedHeader(column));
    if (index < 0)
        failImport(file, QStringLiteral("import.mapped_column"),
                   {field, column, headers.join(QStringLiteral(", "))});
    return static_cast<int>(index);
}

} // namespace

ImportExpected<ImportMapping> ImportMapping::fromJson(const QByteArray &json, const QString &file)
{
    try {
        return mappingFromJson(json, file);
    } catch (const ImportFailure &failure) {
        return tl::make_unexpected(failure.problem);
    }
}

QJsonObject ImportMapping::toJson() const
{
    QJsonObject result;
    for (const auto &[kind, sources] : fields) {
        QJsonObject object;
        for (auto it = sources.begin(); it != sources.end(); ++it)
            object[it.key()] = toJsonValue(it.value());
        result[kindName(kind)] = object;
    }
    QJsonObject options;
    if (!timeZone.isEmpty())
        options[u"time_zone"] = timeZone;
    if (!currency.isEmpty())
        options[u"currency"] = currency;
    if (dateOrder)
        options[u"date_order"] =
            *dateOrder == DateOrder::DayFirst ? QStringLiteral("day_first") : QStringLiteral("month_first");
    if (consentWhenUnknown)
        options[u"consent_when_unknown"] = *consentWhenUnknown;
    if (!options.isEmpty())
        result[u"options"] = options;
    return result;
}

QMap<QString, FieldSource> guessMapping(FileKind kind, const QStringList &headers)
{
    QMap<QString, FieldSource> result;
    const QMap<QString, int> columns = guessColumns(kind, headers, {}, {});
    for (auto it = columns.begin(); it != columns.end(); ++it)
        result[it.key()] = FieldSource{headers[it.value()], std::nullopt};
    return result;
}

ColumnPlan planColumns(FileKind kind, const QStringList &headers, const ImportMapping &mapping,
                       const QString &file)
{
    ColumnPlan plan;
    QSet<int> taken;
    QSet<QString> decided;
    if (const auto named = mapping.fields.find(kind); named != mapping.fields.end()) {
        for (auto it = named->second.begin(); it != named->second.end(); ++it) {
            decided.insert(it.key());
            const FieldSource &source = it.value();
            if (source.constant) {
                plan.entries[it.key().toStdString()] = {-1, source.constant->toStdString()};
            } else if (!source.column.isEmpty()) {
                const int column = mappedColumn(it.key(), source.column, headers, file);
                plan.entries[it.key().toStdString()] = {column, {}};
                taken.insert(column);
            }
        }
    }
    const QMap<QString, int> guessed = guessColumns(kind, headers, taken, decided);
    for (auto it = guessed.begin(); it != guessed.end(); ++it) {
        if (headers.count(headers[it.value()]) > 1)
            failImport(file, QStringLiteral("import.duplicate_column"), {headers[it.value()]});
        plan.entries[it.key().toStdString()] = {it.value(), {}};
    }
    for (const ImportField &field : importFields(kind)) {
        if (field.isRequired && !plan.has(field.name))
            failImport(file, QStringLiteral("import.missing_column"),
                       {QString::fromLatin1(field.name), headers.join(QStringLiteral(", "))});
    }
    return plan;
}

} // namespace groundswell::service
