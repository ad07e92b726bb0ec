#pragma once

#include <QWidget>

class QBoxLayout;
class QPushButton;

namespace groundswell {

class HallPicture;

/// First start: what the program does in one sentence, and three ways in. Without a workspace of its own
/// (working on a server) only signing in to another one makes sense, and the page isn't shown.
class WelcomePage : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(QWidget *parent = nullptr);

    /// While a sample is made or imported the ways in are closed.
    void setBusy(bool busy);

Q_SIGNALS:
    void sampleRequested();
    void importRequested();
    void connectRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Way {
        QString name;
        QString icon;
        QString title;
        QString needs;
        QString action;
    };
    QWidget *makeHeadline();
    QWidget *makeWay(const Way &way, bool primary, void (WelcomePage::*chosen)());

    HallPicture *m_picture = nullptr;
    QBoxLayout *m_ways = nullptr;
    QList<QPushButton *> m_buttons;
};

} // namespace groundswell
