package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"yidanqing/ui/theme"
)

// Corners says which corners of a Fill are round.
type Corners int

const (
	CornersAll Corners = iota
	CornersNone
	CornersLeft
	CornersTop
)

// Fill is a rectangle in colours of the theme (surface, border, block of a verdict).
type Fill struct {
	widget.BaseWidget
	looked
	Color, Stroke fyne.ThemeColorName // theme.ColorNone: not drawn
	Width         float32             // of the stroke, in canvas units: lines do not grow with the text
	Radius        float32             // design pixels
	Corners       Corners
	Min           fyne.Size // design pixels
	thin          bool      // a line of one canvas unit
	rect          *canvas.Rectangle
}

// NewFill is a plain area.
func NewFill(color fyne.ThemeColorName) *Fill { return NewBorder(color, theme.ColorNone, 0) }

// NewBorder is an area with a border of one unit and round corners.
func NewBorder(color, stroke fyne.ThemeColorName, radius float32) *Fill {
	f := &Fill{Color: color, Stroke: stroke, Radius: radius, Width: 1, rect: canvas.NewRectangle(nil)}
	f.ExtendBaseWidget(f)
	f.apply()
	return f
}

// NewRule is a line of one unit across the room, or down it when it stands in a Row.
func NewRule() *Fill {
	f := NewFill(theme.ColorLine)
	f.thin = true
	return f
}

// Set changes the colours.
func (f *Fill) Set(color, stroke fyne.ThemeColorName) {
	if f.Color == color && f.Stroke == stroke {
		return
	}
	f.Color, f.Stroke = color, stroke
	f.Refresh()
}

// MinSize implements fyne.Widget.
func (f *Fill) MinSize() fyne.Size {
	if f.stale() {
		f.Refresh()
	}
	if f.thin {
		return fyne.NewSize(1, 1)
	}
	return fyne.NewSize(theme.Px(f.Min.Width), theme.Px(f.Min.Height))
}

// Refresh implements fyne.Widget.
func (f *Fill) Refresh() {
	f.apply()
	f.BaseWidget.Refresh()
}

func (f *Fill) apply() {
	f.stale()
	r := f.rect
	r.FillColor = theme.Color(f.Color)
	r.StrokeWidth = 0
	r.StrokeColor = nil
	if f.Stroke != theme.ColorNone {
		r.StrokeColor, r.StrokeWidth = theme.Color(f.Stroke), f.Width
	}
	rad := theme.Px(f.Radius)
	r.CornerRadius, r.TopLeftCornerRadius, r.TopRightCornerRadius = 0, 0, 0
	r.BottomLeftCornerRadius, r.BottomRightCornerRadius = 0, 0
	switch f.Corners {
	case CornersAll:
		r.CornerRadius = rad
	case CornersLeft:
		r.TopLeftCornerRadius, r.BottomLeftCornerRadius = rad, rad
	case CornersTop:
		r.TopLeftCornerRadius, r.TopRightCornerRadius = rad, rad
	}
}

// CreateRenderer implements fyne.Widget.
func (f *Fill) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.rect) }

// Card puts o on a surface with a border; the margins belong to o.
func Card(o fyne.CanvasObject) *fyne.Container {
	return Stack(NewBorder(theme.ColorSurface, theme.ColorLine, theme.RadiusCard), o)
}
