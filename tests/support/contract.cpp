#include "support/contract.h"

#include "support/jsonschema.h"

#include <QJsonArray>

#include <yaml-cpp/yaml.h>

namespace groundswell {

namespace {

const QStringList methods{QStringLiteral("get"), QStringLiteral("post"), QStringLiteral("put"),
                          QStringLiteral("delete"), QStringLiteral("patch")};

QString text(const YAML::Node &node)
{
    return QString::fromStdString(node.Scalar());
}

/// Plain scalars become what YAML's core schema says; quoted ones are texts. Dates stay texts.
QJsonValue scalarToJson(const YAML::Node &node)
{
    const QString word = text(node);
    if (node.Tag() == "!")
        return word;
    if (word.isEmpty() || word == u"null" || word == u"~")
        return QJsonValue::Null;
    if (word == u"true" || word == u"false")
        return word == u"true";
    bool isNumber = false;
    const qint64 integer = word.toLongLong(&isNumber);
    if (isNumber)
        return integer;
    const double number = word.toDouble(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(word);
}

QJsonValue toJson(const YAML::Node &node)
{
    switch (node.Type()) {
    case YAML::NodeType::Sequence: {
        QJsonArray array;
        for (const YAML::Node &entry : node)
            array.append(toJson(entry));
        return array;
    }
    case YAML::NodeType::Map: {
        QJsonObject object;
        for (const auto &member : node)
            object.insert(text(member.first), toJson(member.second));
        return object;
    }
    case YAML::NodeType::Scalar:
        return scalarToJson(node);
    case YAML::NodeType::Null:
    case YAML::NodeType::Undefined:
        break;
    }
    return QJsonValue::Null;
}

/// The segments of a path; a trailing slash gives an empty last one, because it matters.
QStringList segments(QString path)
{
    for (const auto &prefix : {QLatin1StringView("/api/v3"), QLatin1StringView("/api")}) {
        if (path.startsWith(prefix % u'/')) {
            path = path.mid(prefix.size());
            break;
        }
    }
    return path.split(u'/');
}

/// How many literal segments of the template match the path; -1 where it doesn't fit.
int fit(const QString &pathTemplate, const QStringList &path)
{
    const QStringList pattern = segments(pathTemplate);
    if (pattern.size() != path.size())
        return -1;
    int literals = 0;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i].startsWith(u'{') ? path[i].isEmpty() : pattern[i] != path[i])
            return -1;
        literals += pattern[i].startsWith(u'{') ? 0 : 1;
    }
    return literals;
}

void collectExamples(const QJsonObject &document, const QJsonObject &body,
                     const Contract::Operation &operation, int status, std::vector<Contract::Example> &into)
{
    const QJsonObject media =
        body[QLatin1StringView("content")].toObject()[QLatin1StringView("application/json")].toObject();
    if (media.contains(QLatin1StringView("example")))
        into.push_back({operation, QStringLiteral("example"), status, media[QLatin1StringView("example")]});
    const QJsonObject named = media[QLatin1StringView("examples")].toObject();
    for (auto it = named.begin(); it != named.end(); ++it) {
        const QJsonObject example = resolveReference(document, it->toObject());
        into.push_back({operation, it.key(), status, example[QLatin1StringView("value")]});
    }
}

QStringList wordsIn(const QJsonValue &value)
{
    QStringList words;
    for (const auto &one : value.isArray() ? value.toArray() : QJsonArray{value})
        words.append(one.toString());
    words.removeAll(QString());
    return words;
}

/// The alternative that is a list, else the schema itself; \a types gets those of all alternatives.
QJsonObject preferred(const QJsonObject &document, const QJsonObject &schema, QStringList &types)
{
    QJsonObject chosen = schema;
    for (const auto &choice : schema[QLatin1StringView("oneOf")].toArray()) {
        const QJsonObject one = resolveReference(document, choice.toObject());
        const QStringList own = wordsIn(one[QLatin1StringView("type")]);
        types += own;
        if (own.contains(QStringLiteral("array")))
            chosen = one;
    }
    return chosen;
}

void collectMembers(const QJsonObject &document, const QJsonObject &reference, const QStringList &path,
                    bool required, std::vector<Contract::Member> &into)
{
    const QJsonObject whole = resolveReference(document, reference);
    if (whole[QLatin1StringView("readOnly")].toBool())
        return;
    QStringList types =
        wordsIn(whole[QLatin1StringView("type")]) + wordsIn(whole[QLatin1StringView("x-accepts")]);
    const QJsonObject schema = preferred(document, whole, types);
    if (!path.isEmpty())
        into.push_back({path, schema, types, required});
    const QStringList needed = wordsIn(schema[QLatin1StringView("required")]);
    const QJsonObject properties = schema[QLatin1StringView("properties")].toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it)
        collectMembers(document, it->toObject(), path + QStringList{it.key()}, needed.contains(it.key()),
                       into);
    if (schema.contains(QLatin1StringView("items")))
        collectMembers(document, schema[QLatin1StringView("items")].toObject(),
                       path + QStringList{QStringLiteral("0")}, true, into);
}

/// A query value as the JSON that its schema would describe.
QJsonValue queryValue(const QJsonObject &schema, const QString &word)
{
    const QString type = schema[QLatin1StringView("type")].toString();
    bool isNumber = false;
    const double number = word.toDouble(&isNumber);
    if ((type == u"integer" || type == u"number") && isNumber)
        return number;
    if (type == u"boolean" && (word == u"true" || word == u"false"))
        return word == u"true";
    return word;
}

} // namespace

Contract Contract::load()
{
    const char *file = GROUNDSWELL_SOURCE_DIR "/resources/api/wave-openapi.yaml";
    Contract contract;
    try {
        contract.m_document = toJson(YAML::LoadFile(file)).toObject();
    } catch (const YAML::Exception &problem) {
        qFatal("%s: %s", file, problem.what());
    }
    const QJsonObject paths = contract.m_document[QLatin1StringView("paths")].toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject item = path->toObject();
        for (const QString &method : methods) {
            const QJsonObject operation = item[method].toObject();
            if (!operation.isEmpty()) {
                contract.m_operations.push_back(
                    {method.toUpper(), path.key(), operation[QLatin1StringView("operationId")].toString(),
                     operation[QLatin1StringView("x-extension")].toString() == u"embedded"});
            }
        }
    }
    return contract;
}

std::optional<Contract::Operation> Contract::match(const QString &method, const QString &path) const
{
    const QStringList wanted = segments(path);
    const Operation *best = nullptr;
    int bestFit = -1;
    for (const Operation &operation : m_operations) {
        const int literals = operation.method == method ? fit(operation.path, wanted) : -1;
        if (literals > bestFit) {
            bestFit = literals;
            best = &operation;
        }
    }
    return best ? std::optional(*best) : std::nullopt;
}

QJsonObject Contract::operationObject(const QString &method, const QString &pathTemplate) const
{
    return m_document[QLatin1StringView("paths")]
        .toObject()[pathTemplate]
        .toObject()[method.toLower()]
        .toObject();
}

QJsonObject Contract::responseObject(const QString &method, const QString &pathTemplate, int status) const
{
    const QJsonObject responses =
        operationObject(method, pathTemplate)[QLatin1StringView("responses")].toObject();
    const QString key = QString::number(status);
    return resolveReference(m_document,
                            responses[responses.contains(key) ? key : QStringLiteral("default")].toObject());
}

QString Contract::contentType(const QString &method, const QString &pathTemplate, int status) const
{
    const QStringList types =
        responseObject(method, pathTemplate, status)[QLatin1StringView("content")].toObject().keys();
    return types.value(0);
}

std::vector<int> Contract::statuses(const QString &method, const QString &pathTemplate) const
{
    std::vector<int> result;
    for (const QString &status :
         operationObject(method, pathTemplate)[QLatin1StringView("responses")].toObject().keys()) {
        if (const int number = status.toInt())
            result.push_back(number);
    }
    return result;
}

QStringList Contract::checkResponse(const QString &method, const QString &pathTemplate, int status,
                                    const QJsonValue &body, Unknown unknown) const
{
    const QString call = method % u' ' % pathTemplate;
    if (operationObject(method, pathTemplate).isEmpty())
        return {call % u" is not in the contract"};
    const QJsonObject response = responseObject(method, pathTemplate, status);
    if (response.isEmpty())
        return {call % u": status " % QString::number(status) % u" is not in the contract"};

    const QJsonObject content = response[QLatin1StringView("content")].toObject();
    if (content.isEmpty())
        return body.isUndefined() ? QStringList()
                                  : QStringList{call % u": a body where the contract has none"};
    if (!content.contains(QLatin1StringView("application/json")))
        return {call % u" answers with " % content.keys().join(u',') % u", not JSON"};
    const QJsonObject schema =
        content[QLatin1StringView("application/json")].toObject()[QLatin1StringView("schema")].toObject();
    return JsonSchema(m_document, unknown == Unknown::Refuse).check(schema, body);
}

QStringList Contract::checkRequest(const QString &method, const QString &pathTemplate, const QJsonValue &body,
                                   Unknown unknown) const
{
    const QString call = method % u' ' % pathTemplate;
    const QJsonObject operation = operationObject(method, pathTemplate);
    if (operation.isEmpty())
        return {call % u" is not in the contract"};
    const QJsonObject request =
        resolveReference(m_document, operation[QLatin1StringView("requestBody")].toObject());
    const QJsonObject content = request[QLatin1StringView("content")].toObject();
    if (content.isEmpty())
        return body.isUndefined() ? QStringList()
                                  : QStringList{call % u": a body where the contract has none"};
    if (body.isUndefined() && !request[QLatin1StringView("required")].toBool())
        return {};
    const QJsonObject schema =
        content[QLatin1StringView("application/json")].toObject()[QLatin1StringView("schema")].toObject();
    return JsonSchema(m_document, unknown == Unknown::Refuse).check(schema, body);
}

QStringList Contract::checkQuery(const QString &method, const QString &pathTemplate,
                                 const std::vector<std::pair<QString, QString>> &query) const
{
    const QString call = method % u' ' % pathTemplate;
    const QJsonObject operation = operationObject(method, pathTemplate);
    if (operation.isEmpty())
        return {call % u" is not in the contract"};
    QStringList violations;
    QStringList known;
    for (const auto &entry : operation[QLatin1StringView("parameters")].toArray()) {
        const QJsonObject parameter = resolveReference(m_document, entry.toObject());
        if (parameter[QLatin1StringView("in")].toString() != u"query")
            continue;
        const QString name = parameter[QLatin1StringView("name")].toString();
        known.append(name);
        QJsonObject schema = resolveReference(m_document, parameter[QLatin1StringView("schema")].toObject());
        const bool repeats = schema[QLatin1StringView("type")].toString() == u"array";
        if (repeats)
            schema = resolveReference(m_document, schema[QLatin1StringView("items")].toObject());
        int count = 0;
        for (const auto &[given, word] : query) {
            if (given != name)
                continue;
            ++count;
            violations += JsonSchema(m_document, true).check(schema, queryValue(schema, word), u'?' % name);
        }
        if (count == 0 && parameter[QLatin1StringView("required")].toBool())
            violations.append(u'?' % name % u": is missing");
        if (count > 1 && !repeats)
            violations.append(u'?' % name % u": is given more than once");
    }
    for (const auto &[given, word] : query) {
        if (!known.contains(given))
            violations.append(u'?' % given % u": is not in the contract");
    }
    return violations;
}

QStringList Contract::queryNames(const Operation &operation) const
{
    QStringList names;
    for (const auto &entry :
         operationObject(operation.method, operation.path)[QLatin1StringView("parameters")].toArray()) {
        const QJsonObject parameter = resolveReference(m_document, entry.toObject());
        if (parameter[QLatin1StringView("in")].toString() == u"query")
            names.append(parameter[QLatin1StringView("name")].toString());
    }
    return names;
}

QStringList Contract::words(const QString &schemaName, const QString &member) const
{
    QJsonObject schema = resolveReference(
        m_document, {{QStringLiteral("$ref"), QString(u"#/components/schemas/" % schemaName)}});
    if (!member.isEmpty())
        schema = resolveReference(m_document,
                                  schema[QLatin1StringView("properties")].toObject()[member].toObject());
    return wordsIn(schema[QLatin1StringView("enum")]) + wordsIn(schema[QLatin1StringView("x-words")]);
}

QStringList Contract::checkSchema(const QString &schemaName, const QJsonValue &value, Unknown unknown) const
{
    const QJsonObject reference{{QStringLiteral("$ref"), QString(u"#/components/schemas/" % schemaName)}};
    return JsonSchema(m_document, unknown == Unknown::Refuse).check(reference, value);
}

std::vector<Contract::Member> Contract::requestMembers(const Operation &operation) const
{
    const QJsonObject request = resolveReference(
        m_document,
        operationObject(operation.method, operation.path)[QLatin1StringView("requestBody")].toObject());
    std::vector<Member> members;
    collectMembers(m_document,
                   request[QLatin1StringView("content")]
                       .toObject()[QLatin1StringView("application/json")]
                       .toObject()[QLatin1StringView("schema")]
                       .toObject(),
                   {}, true, members);
    return members;
}

std::vector<Contract::Example> Contract::examples() const
{
    std::vector<Example> result;
    for (const Operation &operation : m_operations) {
        const QJsonObject object = operationObject(operation.method, operation.path);
        const QJsonObject request =
            resolveReference(m_document, object[QLatin1StringView("requestBody")].toObject());
        collectExamples(m_document, request, operation, 0, result);
        for (const int status : statuses(operation.method, operation.path))
            collectExamples(m_document, responseObject(operation.method, operation.path, status), operation,
                            status, result);
    }
    return result;
}

} // namespace groundswell
