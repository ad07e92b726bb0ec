#pragma once

#include "app/look/pieces/card.h"

namespace groundswell {

class TextLabel;

/// How the disclosure looks to someone who asks why they see the ad.
class DisclosureCard : public Card {
    Q_OBJECT
public:
    explicit DisclosureCard(QWidget *parent = nullptr);

    void show(const QString &payor, const QString &beneficiary);

private:
    TextLabel *m_payor;
    TextLabel *m_beneficiary;
};

} // namespace groundswell
