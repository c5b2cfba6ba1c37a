package window_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// TestACorrectionIsOffered in place, taken back, and chosen.
func TestACorrectionIsOffered(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.press(fyne.KeyS)
	b.paste(strings.Replace(refusal().text, "12月4日", "12月8日", 1))
	b.sees("像是第 643 号的更正件", "作为更正", "另登记", "看原件")
	b.tap("另登记")
	b.sees("像是第 643 号的更正件，另登记", "作为更正")
	b.tap("作为更正")
	b.called("correction true")
	b.sees("登记后作为2026年第643号的更正件", "另登记")
}
