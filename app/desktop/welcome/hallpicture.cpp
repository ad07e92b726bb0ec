#include "app/desktop/welcome/hallpicture.h"

#include "app/look/style/tokens.h"
#include "app/look/style/units.h"

#include <QPainter>

#include <array>
#include <cmath>
#include <numbers>

namespace groundswell {

namespace {

constexpr int Rows = 11;
constexpr double FirstRadius = 0.30; // of the picture's height, from the stage
constexpr double RowStep = 0.062;
constexpr double SeatPitch = 0.050;
constexpr double SeatRadius = 0.0165;
constexpr double HalfAngle = 1.06; // radians to each side of the middle

/// Where a taste sits most, in angle (-1 … 1) and row (0 … 1): groups of friends rather than blocks.
struct Taste {
    double angle;
    double row;
    double spread;
};
constexpr std::array<Taste, 4> Tastes{
    {{-0.62, 0.42, 0.34}, {0.05, 0.20, 0.30}, {0.66, 0.55, 0.34}, {-0.05, 0.85, 0.28}}};

/// A fixed scatter in 0 … 1, so that the picture is the same on every start.
double scatter(int row, int seat)
{
    const quint32 mixed = (quint32(row) * 73856093U) ^ (quint32(seat) * 19349663U);
    return double((mixed * 2654435761U) >> 8) / double(1U << 24);
}

/// Index of the taste of a seat, or -1 for a guest without one.
int tasteAt(double angle, double row, double chance)
{
    int best = -1;
    double nearest = 1.0;
    for (int i = 0; i < int(Tastes.size()); ++i) {
        const Taste &taste = Tastes.at(size_t(i));
        const double distance = std::hypot(angle - taste.angle, row - taste.row) / taste.spread;
        if (distance < nearest) {
            nearest = distance;
            best = i;
        }
    }
    return nearest < 0.45 + 0.6 * chance ? best : -1;
}

} // namespace

HallPicture::HallPicture(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("welcomePicture"));
    setAccessibleName(tr("A concert hall with its guests in groups of taste"));
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

QSize HallPicture::sizeHint() const
{
    return {units(this, 56), units(this, 34)};
}

void HallPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double size = std::min(width() / 1.75, double(height()));
    const QPointF stage(width() / 2.0, (height() - size) / 2.0 + 0.02 * size);

    painter.setBrush(colour(palette(), Token::Track));
    painter.drawRoundedRect(QRectF(stage.x() - 0.17 * size, stage.y(), 0.34 * size, 0.10 * size),
                            0.025 * size, 0.025 * size);

    for (int row = 0; row < Rows; ++row) {
        const double radius = (FirstRadius + row * RowStep) * size;
        const int seats = int(2 * HalfAngle * radius / (SeatPitch * size));
        for (int seat = 0; seat <= seats; ++seat) {
            const double angle = seats == 0 ? 0 : -HalfAngle + 2 * HalfAngle * seat / seats;
            if (std::abs(std::abs(angle) - 0.36) < 0.5 * SeatPitch * size / radius)
                continue; // aisles
            const QPointF at = stage + QPointF(radius * std::sin(angle), radius * std::cos(angle));
            const int taste = tasteAt(angle / HalfAngle, double(row) / Rows, scatter(row, seat));
            painter.setBrush(taste < 0 ? colour(palette(), Token::Track) : seriesColour(palette(), taste));
            painter.drawEllipse(at, SeatRadius * size, SeatRadius * size);
        }
    }
}

} // namespace groundswell
