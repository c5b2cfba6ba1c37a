package kit

import (
	"bytes"
	"fmt"

	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// NewSearch is a field of one line to find things with (查找). The glass before the words says so where no label stands
// by; key names the key that leads to the field and may be empty.
func NewSearch(placeholder, key string) *Entry {
	e := NewEntry("", placeholder)
	e.sign = theme.IconSearch
	e.key, e.hint = key, placeholder
	e.putKey()
	e.putSign()
	return e
}

// SetTight leaves the key and all but one word of what can be found out, where there is no room for them.
func (e *Entry) SetTight(on bool) {
	if e.tight == on {
		return
	}
	e.tight, e.PlaceHolder = on, e.hint
	if on {
		e.PlaceHolder = "查找"
	}
	e.putKey()
	e.Refresh()
}

// putKey shows the name of the key at the end of the field, as far as there is room. The toolkit draws what stood there
// first, so that only its content changes.
func (e *Entry) putKey() {
	if e.key == "" {
		return
	}
	if e.keyAt == nil {
		e.keyAt = NewHolder(nil)
		e.ActionItem = e.keyAt
	}
	if e.tight {
		e.keyAt.Put(nil)
		return
	}
	e.keyAt.Put(Pad(6, 7, NewKeycap(e.key, theme.ColorText3)))
}

// putSign draws the sign before the words in the colours of the look.
func (e *Entry) putSign() {
	if e.sign == "" {
		return
	}
	scale := float32(1)
	if c := canvasOf(e); c != nil {
		scale = c.Scale()
	}
	icon := theme.Icon(e.sign, theme.ColorText3, theme.Px(signSize)*scale)
	room := fmt.Sprintf(`viewBox="%[1]d %[1]d %[2]d %[2]d"`, -signRoom, theme.IconGrid+2*signRoom) // smaller than the line
	e.Icon = fyne.NewStaticResource("sign-"+icon.Name(), bytes.Replace(icon.Content(), []byte(`viewBox="0 0 24 24"`), []byte(room), 1))
}

// Sizes of the sign: its width in design pixels, and the room around it in the grid of the icons.
const (
	signSize = 16
	signRoom = 4
)
