#pragma once

#include <QAbstractButton>
#include <QWidget>

#include <vector>

namespace groundswell {

enum class StepState {
    NotVisited,
    Open, ///< visited, nothing wrong, not everything said
    Done,
    Attention, ///< something to fix
};

class StepButton;

/// The steps of a wizard with where one is and how each stands. Every visited step can be jumped to.
class StepRail : public QWidget {
    Q_OBJECT
public:
    explicit StepRail(QWidget *parent = nullptr);

    void setSteps(const QStringList &titles);
    void setCurrent(int index);
    void setState(int index, StepState state, int issues = 0);
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] StepState state(int index) const;

Q_SIGNALS:
    void stepActivated(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::vector<StepButton *> m_steps;
    int m_current = -1;
};

/// One line of the rail.
class StepButton : public QAbstractButton {
    Q_OBJECT
public:
    StepButton(int number, int count, const QString &title, QWidget *parent);

    void setState(StepState state, int issues);
    void setCurrent(bool current);
    [[nodiscard]] StepState state() const { return m_state; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refreshSpoken();
    void paintMark(QPainter &painter, const QRectF &mark) const;
    int m_number;
    int m_count;
    StepState m_state = StepState::NotVisited;
    int m_issues = 0;
    bool m_current = false;
};

} // namespace groundswell
