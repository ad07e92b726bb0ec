#pragma once

#include "models/wave/problem.h"
#include "models/wave/setupfields.h"

#include <QJsonObject>
#include <QString>

#include <initializer_list>
#include <vector>

namespace groundswell::service {

/// JSON pointer of a codec's complaint (Problem::protocol), which goes on with what it expected.
[[nodiscard]] QString pointerOf(const Problem &problem);

/// Holds the body of a request to its form where the codecs, which also read other services' answers, are
/// more tolerant. Collects what is wrong, all of it: a client shows every field at once. Absent and null
/// members are fine everywhere; who needs one says so himself.
class BodyForm {
public:
    using Names = std::initializer_list<const char *>;

    void fault(const char *code, const QString &pointer);
    /// A codec's complaint, unless the place is named already.
    void complaint(const Problem &problem);

    /// Members that are texts and nothing else. (An id may be a number, and isn't named here.)
    void texts(const QJsonObject &object, const QString &at, Names names);
    /// Lists whose nulls would be lost.
    void lists(const QJsonObject &object, const QString &at, Names names);
    /// Amounts that are exactly so many minor units: what is stored would else be another one than was sent.
    void amounts(const QJsonObject &object, const QString &at, Names names, const QString &currency);
    /// Members without which there is nothing to do.
    void required(const QJsonObject &object, const QString &at, Names names);
    /// What the field's kind asks for.
    void field(const QJsonObject &object, const QString &at, const FieldDescription &field);
    template <class Fields> void fields(const QJsonObject &object, const QString &at, const Fields &fields)
    {
        for (const FieldDescription &each : fields)
            field(object, at, each);
    }
    void creative(const QJsonObject &creative, const QString &at);
    void targeting(const QJsonObject &targeting, const QString &at);

    [[nodiscard]] const std::vector<FieldProblem> &faults() const { return m_faults; }
    /// 400 with \a key where anything was found.
    [[nodiscard]] Expected<void> finish(const QString &key) const;

private:
    std::vector<FieldProblem> m_faults;
};

/// Whether a number or numeric text has no more decimals than the currency; true for what is neither, which
/// the codecs refuse.
[[nodiscard]] bool isWholeInMinorUnits(const QJsonValue &value, const QString &currency);

} // namespace groundswell::service
