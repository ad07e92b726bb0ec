#pragma once

#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace groundswell {

/// The contract of client and service (resources/api/wave-openapi.yaml), for checking either side. Every
/// check returns what is wrong, each as "#/pointer: what was expected"; an empty list means that all is
/// well:
///
///     const Contract contract = Contract::load();
///     QCOMPARE(contract.checkResponse(u"GET"_qs, u"/events/{eid}"_qs, 200, json), QStringList());
class Contract {
public:
    /// Whether members that the contract doesn't name are refused. The service is held to Refuse; answers of
    /// the real service may carry more (rows are lossless), hence Accept.
    enum class Unknown { Refuse, Accept };

    struct Operation {
        QString method; ///< upper case
        QString path; ///< template, with its trailing slash where it has one: `/events/{eid}/clusters`
        QString id; ///< operationId
        bool embeddedOnly = false; ///< an extension that only the embedded service offers
    };

    struct Example {
        Operation operation;
        QString name;
        int status = 0; ///< 0 = of the request
        QJsonValue value;
    };

    /// Reads the description from the source tree. A description that can't be read is fatal: no test can go
    /// on.
    [[nodiscard]] static Contract load();

    [[nodiscard]] const std::vector<Operation> &operations() const { return m_operations; }
    /// The operation a request goes to; \a path is concrete, with or without `/api/v3` before it. Trailing
    /// slashes must be as documented. Literal segments win over parameters.
    [[nodiscard]] std::optional<Operation> match(const QString &method, const QString &path) const;

    /// Undefined stands for "no body".
    [[nodiscard]] QStringList checkResponse(const QString &method, const QString &pathTemplate, int status,
                                            const QJsonValue &body, Unknown unknown = Unknown::Refuse) const;
    [[nodiscard]] QStringList checkRequest(const QString &method, const QString &pathTemplate,
                                           const QJsonValue &body, Unknown unknown = Unknown::Refuse) const;
    /// Names, types and presence of query parameters; values as they stand in the URL, decoded.
    [[nodiscard]] QStringList checkQuery(const QString &method, const QString &pathTemplate,
                                         const std::vector<std::pair<QString, QString>> &query) const;

    /// Names of the parameters that an operation takes in its query.
    [[nodiscard]] QStringList queryNames(const Operation &operation) const;

    /// Media type of a documented answer: application/json, text/csv …; empty where it has no body.
    [[nodiscard]] QString contentType(const QString &method, const QString &pathTemplate, int status) const;
    [[nodiscard]] std::vector<Example> examples() const;
    /// All statuses an operation documents.
    [[nodiscard]] std::vector<int> statuses(const QString &method, const QString &pathTemplate) const;

    /// A member that the body of a request may have.
    struct Member {
        QStringList path; ///< names, and "0" for the entries of a list: `creatives/0/headline`
        QJsonObject schema;
        QStringList types; ///< of JSON; with what the service accepts beside them (`x-accepts`)
        bool required = false; ///< null isn't allowed either; entries of lists are required
    };
    /// Every member of an operation's JSON body at every depth, except those that only answers have. Among
    /// the alternatives of a list, the list.
    [[nodiscard]] std::vector<Member> requestMembers(const Operation &operation) const;

    /// The words that a member of one of components/schemas may have (`enum` or `x-words`); of the schema
    /// itself where \a member is empty.
    [[nodiscard]] QStringList words(const QString &schemaName, const QString &member = {}) const;

    /// One of components/schemas, by name.
    [[nodiscard]] QStringList checkSchema(const QString &schemaName, const QJsonValue &value,
                                          Unknown unknown = Unknown::Refuse) const;

private:
    [[nodiscard]] QJsonObject operationObject(const QString &method, const QString &pathTemplate) const;
    [[nodiscard]] QJsonObject responseObject(const QString &method, const QString &pathTemplate,
                                             int status) const;

    QJsonObject m_document;
    std::vector<Operation> m_operations;
};

} // namespace groundswell
