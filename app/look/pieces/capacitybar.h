#pragma once

#include <QWidget>

#include <optional>

namespace groundswell {

/// Tickets sold of the seats there are. Unknown figures are shown as "—", never as 0.
class CapacityBar : public QWidget {
    Q_OBJECT
public:
    explicit CapacityBar(QWidget *parent = nullptr);

    void setFigures(std::optional<int> sold, std::optional<int> capacity);
    void setTextVisible(bool visible);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// For delegates: the bar alone, without words.
    static void paint(QPainter &painter, const QRectF &rect, const QPalette &palette, std::optional<int> sold,
                      std::optional<int> capacity);
    /// "812 of 1,200 sold (67.7%)", in \a locale.
    [[nodiscard]] static QString text(const QLocale &locale, std::optional<int> sold,
                                      std::optional<int> capacity);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<int> m_sold;
    std::optional<int> m_capacity;
    bool m_textVisible = true;
};

} // namespace groundswell
