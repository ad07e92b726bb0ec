#pragma once

#include "app/look/pieces/card.h"

namespace groundswell {

class ElidedLabel;
class TextLabel;

/// One figure with its name and as of when. While it refreshes the old figure stays, muted.
class KpiTile : public Card {
    Q_OBJECT
public:
    explicit KpiTile(const QString &label, QWidget *parent = nullptr);

    /// Ready formatted; empty is shown as "—".
    void setFigure(const QString &figure);
    void setAsOf(const QString &text);
    void setStale(bool stale);

private:
    void refreshAccessibleText();
    ElidedLabel *m_label;
    ElidedLabel *m_figure;
    TextLabel *m_asOf;
};

} // namespace groundswell
