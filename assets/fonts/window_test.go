package fonts

import (
	"testing"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// TestTheWindowHasWhatPeopleWrite: texts of the office, names, traditional characters, and the signs of group chats.
func TestTheWindowHasWhatPeopleWrite(t *testing.T) {
	const (
		everyday = "收件台账待反馈〔2026〕第17号“”‘’《》、，。；：！？……——·①⑩㎡℃%/-0123456789AaZz〇堃喆镕珺玥昇淼焱犇垚赟頔翀彧祎旻"
		chats    = "📢👉👇🙏🎉❗⚠✅❌📌📎🔔🌹👍💪🚨🈶⏰"
		rare     = "東亞車門囍燚朤嘦龘"
	)
	for name, c := range map[string]struct {
		font []byte
		text string
	}{
		"regular": {WindowRegular, everyday + chats + rare},
		"bold":    {WindowBold, everyday + chats},
	} {
		f, err := sfnt.Parse(c.font)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var b sfnt.Buffer
		for _, r := range c.text {
			g, err := f.GlyphIndex(&b, r)
			if err != nil || g == 0 {
				t.Errorf("%s has no %q", name, r)
				continue
			}
			if outline, err := f.LoadGlyph(&b, g, fixed.I(1000), nil); err != nil || len(outline) == 0 {
				t.Errorf("%s: %q has %d strokes, %v", name, r, len(outline), err)
			}
			if width, err := f.GlyphAdvance(&b, g, fixed.I(1000), 0); r > 0x2E80 && (err != nil || width != fixed.I(1000)) {
				t.Errorf("%s: %q is %v wide, %v", name, r, width, err)
			}
		}
	}
}
