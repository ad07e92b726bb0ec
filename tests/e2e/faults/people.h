#pragma once

#include "models/draft/setupdraft.h"
#include "models/wave/setupprocess.h"

#include <QByteArray>
#include <QJsonObject>
#include <QRandomGenerator>

namespace groundswell::test {

/// Three people work on one setup, each on fields of their own, so that none of their edits may ever be lost:
/// a marketer, who uses the program, and two colleagues, who use something else.
enum class Person {
    Marketer, ///< payer, budget, headlines and texts, least ages, variants, the last cluster
    Anna, ///< beneficiary, and the description of each cluster's first ad
    Ben, ///< greatest ages and pages
};

/// The setup from which a session starts: four clusters, two ads for each.
[[nodiscard]] SetupProcess firstRow(const EventId &eid);
/// The part that one of them is responsible for, in a form that is equal exactly if the content is.
[[nodiscard]] QByteArray partOf(Person person, const SetupProcess &row);
/// Changes one of the colleague's fields to a value that was never there.
void editAs(Person colleague, SetupProcess &row, QRandomGenerator &random, int number);

/// One field that the marketer types into, chosen by chance; each key is an edit with a number of its own.
class Typing {
public:
    explicit Typing(QRandomGenerator &random);
    void key(SetupDraft &draft, int number) const;
    /// True if it is one click and not a burst of keys.
    [[nodiscard]] bool isClick() const { return m_field == Field::Variant || m_field == Field::Cluster; }

private:
    enum class Field { Payor, Budget, Headline, Body, LeastAge, Variant, Cluster };
    Field m_field;
    int m_cluster;
    int m_variant;
};

} // namespace groundswell::test
