#pragma once

#include <QProxyStyle>

class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionSlider;
class QStyleOptionSpinBox;

namespace groundswell {

/// Dynamic properties that widgets set to say what they are; the style draws them accordingly.
inline constexpr char kPrimaryProperty[] = "primary"; ///< bool, QPushButton: the one next step of a page
inline constexpr char kQuietProperty[] = "quiet"; ///< bool, QPushButton: a text button without outline
inline constexpr char kDangerProperty[] = "danger"; ///< bool, QPushButton: destroys something
inline constexpr char kInvalidProperty[] = "invalid"; ///< bool, fields: an error is shown below

/// A thin coat over Fusion: radii, focus ring, spacing and our controls, drawn from palette tokens only, so
/// that light, dark and high contrast need no second code path.
class GroundswellStyle : public QProxyStyle {
    Q_OBJECT
public:
    GroundswellStyle();

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                         const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QIcon standardIcon(StandardPixmap which, const QStyleOption *option,
                       const QWidget *widget) const override;
    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
};

} // namespace groundswell
