#include "models/wave/local/importrequest.h"

#include "models/import/importfields.h"
#include "models/wave/jsonparts.h"

namespace groundswell {

namespace {

/// What isn't a text counts as none.
QMap<QString, QString> textsByKey(const QJsonObject &json)
{
    QMap<QString, QString> texts;
    for (auto it = json.begin(); it != json.end(); ++it)
        texts.insert(it.key(), it.value().toString());
    return texts;
}

QJsonObject textsByKeyJson(const QMap<QString, QString> &texts)
{
    QJsonObject json;
    for (auto it = texts.begin(); it != texts.end(); ++it)
        json.insert(it.key(), textJson(it.value()));
    return json;
}

} // namespace

const QStringList &importKinds()
{
    static const QStringList kinds = [] {
        QStringList names;
        for (const FileKind kind : allFileKinds())
            names.append(QString::fromLatin1(fileKindName(kind)));
        return names;
    }();
    return kinds;
}

ImportMapping ImportMapping::fromJson(const QJsonObject &json)
{
    ImportMapping mapping;
    mapping.m_json = json;
    return mapping;
}

QMap<QString, QString> ImportMapping::columns(const QString &kind) const
{
    return textsByKey(m_json.value(kind).toObject());
}

void ImportMapping::setColumns(const QString &kind, const QMap<QString, QString> &columns)
{
    m_json.insert(kind, textsByKeyJson(columns));
}

Expected<ImportRequest> ImportRequest::fromJson(const QJsonObject &json)
{
    JsonReader reader(json, {});
    ImportRequest request;
    for (const QString &kind : importKinds()) {
        if (const QString path = reader.text(qPrintable(kind)); !path.isEmpty())
            request.files.insert(kind, path);
    }
    request.rejectsFile = reader.text("rejects");
    if (json.contains(QLatin1StringView("mapping")))
        request.mapping = ImportMapping::fromJson(reader.object("mapping"));
    return reader.finish(std::move(request));
}

QJsonObject ImportRequest::toJson() const
{
    QJsonObject json;
    for (auto file = files.begin(); file != files.end(); ++file)
        json.insert(file.key(), file.value());
    if (!rejectsFile.isEmpty())
        json.insert(QLatin1StringView("rejects"), rejectsFile);
    if (mapping)
        json.insert(QLatin1StringView("mapping"), mapping->toJson());
    return json;
}

Expected<FilePreview> FilePreview::fromJson(const QJsonObject &json, const QString &at)
{
    JsonReader reader(json, at);
    FilePreview preview;
    preview.headers = reader.texts("headers");
    for (const QJsonValue row : reader.array("rows")) {
        QStringList cells;
        for (const QJsonValue cell : row.toArray())
            cells.append(cell.toString());
        preview.rows.append(cells);
    }
    preview.guess = textsByKey(reader.object("guess"));
    preview.extra = reader.rest();
    return reader.finish(std::move(preview));
}

QJsonObject FilePreview::toJson() const
{
    QJsonArray firstRows;
    for (const QStringList &cells : rows)
        firstRows.append(textsJson(cells));
    QJsonObject json = extra;
    json.insert(QLatin1StringView("headers"), textsJson(headers));
    json.insert(QLatin1StringView("rows"), firstRows);
    json.insert(QLatin1StringView("guess"), textsByKeyJson(guess));
    return json;
}

Expected<ImportPreview> ImportPreview::fromJson(const QJsonObject &json)
{
    JsonReader reader(json, {});
    ImportPreview preview;
    for (const QString &kind : importKinds()) {
        if (auto file = takePart<FilePreview>(reader, qPrintable(kind), FilePreview::fromJson))
            preview.files.insert(kind, std::move(*file));
    }
    return reader.finish(std::move(preview));
}

QJsonObject ImportPreview::toJson() const
{
    QJsonObject json;
    for (auto file = files.begin(); file != files.end(); ++file)
        json.insert(file.key(), file.value().toJson());
    return json;
}

} // namespace groundswell
