#pragma once

#include <QWidget>

namespace groundswell {

/// The welcome's picture: a hall seen from above, each seat in the colour of its guest's taste cluster. Drawn
/// from tokens, so that it follows light, dark and scale; decoration, hence out of the tab order and of
/// screen readers.
class HallPicture : public QWidget {
    Q_OBJECT
public:
    explicit HallPicture(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace groundswell
