#include "app/service/import/importproblem.h"

#include <QJsonArray>

namespace groundswell::service {

QJsonObject ImportProblem::toJson() const
{
    return {{u"message_id"_qs, messageId},
            {u"arguments"_qs, QJsonArray::fromStringList(arguments)},
            {u"file"_qs, file}};
}

void failImport(const QString &file, const QString &messageId, const QStringList &arguments)
{
    throw ImportFailure{{messageId, arguments, file}};
}

} // namespace groundswell::service
