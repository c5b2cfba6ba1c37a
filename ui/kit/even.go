package kit

import "fyne.io/fyne/v2"

// Even lets o take its share of the room as if it needed none, so that growing slots beside each other are equally wide
// whatever stands in them.
func Even(o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: evenLayout{}, Objects: []fyne.CanvasObject{o}}
}

type evenLayout struct{}

// Layout implements fyne.Layout.
func (evenLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objs {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}

// MinSize implements fyne.Layout.
func (evenLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objs[0].MinSize().Height)
}

// HeightFor implements heightLayout.
func (evenLayout) HeightFor(objs []fyne.CanvasObject, width float32) float32 {
	return HeightFor(objs[0], width)
}

func (evenLayout) naturalWidth([]fyne.CanvasObject) float32 { return 0 }
