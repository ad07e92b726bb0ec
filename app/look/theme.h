#pragma once
namespace groundswell {
class Theme;
}
