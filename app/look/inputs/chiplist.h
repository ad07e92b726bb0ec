#pragma once

#include <QAbstractButton>
#include <QWidget>

#include <vector>

namespace groundswell {

class FlowLayout;

/// Values that were picked, as chips in flowing lines, each with a button to take it away. Delete and
/// Backspace do the same from the keyboard.
class ChipList : public QWidget {
    Q_OBJECT
public:
    struct Chip {
        QString id;
        QString text;
        QString toolTip;
        bool excluded = false; ///< drawn crossed out and said so
        friend bool operator==(const Chip &, const Chip &) = default;
    };

    explicit ChipList(QWidget *parent = nullptr);

    /// Chips that stay keep their widget and the focus.
    void setChips(const std::vector<Chip> &chips);
    [[nodiscard]] const std::vector<Chip> &chips() const { return m_chips; }
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void removed(const QString &id);
    void activated(const QString &id); ///< clicked beside the cross, or Enter: open its settings

private:
    void rebuild();
    std::vector<Chip> m_chips;
    FlowLayout *m_flow;
    bool m_readOnly = false;
};

/// One chip.
class ChipButton : public QAbstractButton {
    Q_OBJECT
public:
    ChipButton(const ChipList::Chip &chip, bool removable, QWidget *parent);

    [[nodiscard]] const QString &id() const { return m_chip.id; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] QRect crossRect() const;
    ChipList::Chip m_chip;
    bool m_removable;
};

} // namespace groundswell
