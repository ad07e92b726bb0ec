#pragma once

#include <QWidget>

#include <optional>
#include <vector>

namespace groundswell {

/// Named bars on a common scale, to compare clusters at a glance: name, bar, value in words. The values are
/// spoken as text, so that the bars have their table twin built in.
class BarList : public QWidget {
    Q_OBJECT
public:
    struct Bar {
        QString name;
        std::optional<double> value; ///< on any common scale; nullopt is shown as "—"
        QString valueText; ///< as it is written at the bar's end
        std::optional<double> low; ///< interval, drawn as a whisker
        std::optional<double> high;
        friend bool operator==(const Bar &, const Bar &) = default;
    };

    explicit BarList(QWidget *parent = nullptr);

    void setBars(const std::vector<Bar> &bars);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int rowHeight() const;
    std::vector<Bar> m_bars;
};

} // namespace groundswell
