#pragma once

#include "app/look/texts/fieldvalue.h"
#include "models/draft/merge.h"

#include <QDialog>

namespace groundswell {

/// Shows where two versions of a setup differ, and offers to keep the one or the other. Closing decides
/// nothing.
class CompareDialog : public QDialog {
    Q_OBJECT
public:
    struct Texts {
        QString title;
        QString lead;
        QString before; ///< heads of the columns
        QString after;
        QString keepBefore = {}; ///< buttons; without words there is nothing to decide
        QString keepAfter = {}; ///< the one that is proposed
    };

    CompareDialog(const Texts &texts, std::vector<FieldDifference> differences, const FieldWording &wording,
                  QWidget *parent = nullptr);

Q_SIGNALS:
    void beforeChosen();
    void afterChosen();
};

} // namespace groundswell
