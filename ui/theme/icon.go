package theme

import (
	"bytes"
	"fmt"
	"image/color"
	"io/fs"
	"strconv"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Icon names, as the files in assets/icons are called.
const (
	IconDo        = "verdict-do"
	IconCooperate = "verdict-cooperate"
	IconRefuse    = "verdict-refuse"
	IconEscalate  = "verdict-escalate"
	IconMixed     = "verdict-mixed"

	IconBlock = "severity-block"
	IconWarn  = "severity-warn"
	IconNote  = "severity-note"

	IconInbox  = "inbox"
	IconLedger = "ledger"
	IconList   = "list"
	IconRules  = "rules"
	IconChart  = "chart"
	IconGear   = "gear"
	IconHelp   = "help"
	IconUser   = "user"

	IconPaste    = "paste"
	IconOpen     = "open"
	IconPrint    = "print"
	IconPaper    = "pdf"
	IconSave     = "save"
	IconSearch   = "search"
	IconPlus     = "plus"
	IconMinus    = "minus"
	IconClose    = "close"
	IconDown     = "down"
	IconRight    = "right"
	IconLeft     = "left"
	IconCheck    = "check"
	IconEdit     = "edit"
	IconDrop     = "drop"
	IconSortUp   = "sort-up"
	IconSortDown = "sort-down"
	IconUp       = "up"
	IconUndo     = "undo"
	IconCopy     = "copy"
	IconLock     = "lock"
	IconSign     = "sign"
	IconTalk     = "talk"
	IconClock    = "clock"
	IconCalendar = "calendar"
	IconMany     = "many"
	IconLoad     = "load"
	IconBell     = "bell"
)

// IconNames lists every icon, in the order of the design's sheet.
func IconNames() []string {
	return []string{IconInbox, IconLedger, IconClock, IconList, IconRules, IconChart, IconGear, IconHelp, IconUser, IconPaste, IconOpen, IconPrint,
		IconPaper, IconSave, IconSearch, IconPlus, IconMinus, IconClose, IconDown, IconRight, IconLeft, IconCheck, IconWarn, IconBlock, IconNote, IconEdit, IconDrop,
		IconUp, IconUndo, IconBell, IconMany, IconLoad, IconLock, IconCalendar, IconCopy, IconDo, IconCooperate, IconRefuse, IconEscalate, IconMixed,
		IconTalk, IconSign, IconSortUp, IconSortDown}
}

// source is the SVG of an icon of ours, nil for another name.
func (t *Theme) source(name string) []byte {
	if t.params.Icons == nil {
		return nil
	}
	b, err := fs.ReadFile(t.params.Icons, name+".svg")
	if err != nil {
		return nil
	}
	return b
}

// IconGrid is the grid that the icons are drawn on, and iconStroke the width of their lines there.
const (
	IconGrid   = 24
	iconStroke = `stroke-width="2"`
)

// Icon is the named icon drawn in a colour role of the current theme, for a square of so many screen pixels. The toolkit
// draws the lines of a picture as wide as they are written, however large the picture is, so their width is written for
// the size. The resource's name holds colour and width, so that the toolkit's cache keeps each apart.
func Icon(name string, role fyne.ThemeColorName, pixels float32) fyne.Resource {
	res := fynetheme.Icon(fyne.ThemeIconName(name))
	tint := hex(Color(role))
	width := strconv.FormatFloat(float64(max(2*pixels/IconGrid, 1)), 'f', 2, 32)
	src := bytes.ReplaceAll(res.Content(), []byte("currentColor"), []byte(tint))
	src = bytes.ReplaceAll(src, []byte(iconStroke), []byte(`stroke-width="`+width+`"`))
	return fyne.NewStaticResource(name+tint[1:]+"-"+width+".svg", src)
}

func hex(c color.Color) string {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	return fmt.Sprintf("#%02x%02x%02x", n.R, n.G, n.B)
}
