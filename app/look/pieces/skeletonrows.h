#pragma once

#include <QTimer>
#include <QWidget>

namespace groundswell {

/// Grey rows in place of a list that is loading. Nothing is drawn for the first 300 ms: what is quick should
/// not flicker.
class SkeletonRows : public QWidget {
    Q_OBJECT
public:
    explicit SkeletonRows(int rows = 6, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    int m_rows;
    bool m_drawn = false;
    QTimer m_delay;
};

} // namespace groundswell
