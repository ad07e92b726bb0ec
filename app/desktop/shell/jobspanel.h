#pragma once

#include <QWidget>

class QHBoxLayout;

namespace groundswell {

class Job;

/// The jobs under way, in the status bar: each with its name, how far it is and a Cancel. What ends within a
/// second is never shown, because something that flickers past informs nobody.
class JobsPanel : public QWidget {
    Q_OBJECT
public:
    explicit JobsPanel(QWidget *parent = nullptr);
    void add(Job *job);

private:
    QHBoxLayout *m_row = nullptr;
};

} // namespace groundswell
