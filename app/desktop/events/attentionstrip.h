#pragma once

#include "app/desktop/events/attention.h"

#include <QWidget>

class QHBoxLayout;

namespace groundswell {

/// The upcoming events that need something, as cards with why and the next step. Hidden when nothing does.
/// Shows as many as fit side by side.
class AttentionStrip : public QWidget {
    Q_OBJECT
public:
    explicit AttentionStrip(QWidget *parent = nullptr);

    void setItems(const std::vector<AttentionItem> &items);

    static constexpr size_t MostCards = 4;

Q_SIGNALS:
    void opened(const groundswell::EventId &eid);
    void setupRequested(const groundswell::EventId &eid);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeCard(const AttentionItem &item, int number);
    void fit();

    QHBoxLayout *m_row = nullptr;
    QList<QWidget *> m_cards;
};

} // namespace groundswell
