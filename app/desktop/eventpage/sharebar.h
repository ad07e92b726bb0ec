#pragma once

#include <QWidget>

#include <optional>

namespace groundswell {

/// A thin bar for a share, to compare rows at a glance; the figure stands beside it in words.
class ShareBar : public QWidget {
    Q_OBJECT
public:
    explicit ShareBar(QWidget *parent = nullptr);
    void setShare(std::optional<double> share); ///< 0–1; unset draws the track alone
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<double> m_share;
};

} // namespace groundswell
