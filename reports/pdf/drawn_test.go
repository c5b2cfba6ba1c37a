package pdf

import (
	"bytes"
	"compress/zlib"
	"reflect"
	"testing"

	"yidanqing/app/paper"
)

func TestAPageIsReadBackAsItWasDrawn(t *testing.T) {
	content := []byte("0 J\n0 j\n0.57 w\nBT /F1 10.50 Tf ET\nBT 79.37 721.63 Td (N\x8b\\\\@\x00\\() Tj ET\n1.20 w\n10.00 20.00 m 30.50 20.00 l S\n" +
		"0.60 w\n1.00 2.00 3.00 -4.00 re S\n/Proof BMC\n5.00 6.00 7.00 -8.00 re f\nEMC\n")
	got, err := drawn(content, map[name]pageFont{"F1": {face: paper.FaceBody}})
	if err != nil {
		t.Fatal(err)
	}
	want := []op{
		{kind: 'T', a: 7937, b: 72163, width: 1050, face: paper.FaceBody, text: "亮\u5c40("},
		{kind: 'L', a: 1000, b: 2000, c: 3050, d: 2000, width: 120},
		{kind: 'R', a: 100, b: 200, c: 300, d: 400, width: 60},
		{kind: 'F', a: 500, b: 600, c: 700, d: 800, proof: true},
	}
	want[0].text = string([]rune{0x4e8b, 0x5c40, 0x0028})
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestWhatOurPainterDoesNotWriteIsAnError(t *testing.T) {
	for _, content := range []string{
		"1 0 0 rg", "1.000 g", "q 1 0 0 1 0 0 cm", "/X Do", "BT /F2 10 Tf ET", "BT 1 2 Td (abc) Tj ET", "(ab) Tj", "1 2 l S", "1 2 3 re f",
		"1.234 w", "BI ID EI", "1 2 m 3 4 l f", "(open", "<< /A", "]", "[ [ [", "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
	} {
		if got, err := drawn([]byte(content), map[name]pageFont{"F1": {face: paper.FaceBody}}); err == nil {
			t.Errorf("%q was read as %+v", content, got)
		}
	}
}

// FuzzDrawn reads contents of pages of any kind.
func FuzzDrawn(f *testing.F) {
	f.Add([]byte("BT /F1 10.50 Tf ET\nBT 79.37 721.63 Td (N\x8b) Tj ET\n1.00 2.00 m 3.00 4.00 l S"))
	f.Add([]byte("<<>> [ ] ( ( ) ) <4E8B> /A#20B"))
	f.Fuzz(func(t *testing.T, content []byte) {
		list, err := drawn(content, map[name]pageFont{"F1": {face: paper.FaceBody}})
		if err == nil {
			digest(list)
			text(list)
		}
	})
}

// FuzzFile reads files whose table and objects are of any kind.
func FuzzFile(f *testing.F) {
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	if _, err := w.Write([]byte("BT ET")); err != nil {
		f.Fatal(err)
	}
	if err := w.Close(); err != nil {
		f.Fatal(err)
	}
	f.Add([]byte("%PDF-1.7\n1 0 obj\n<</Root 1 0 R/Length 3>>\nstream\nabc\nendstream\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Root 1 0 R>>\nstartxref\n75\n%%EOF\n"))
	f.Add(append([]byte("%PDF-1.7\n1 0 obj\n<</Filter /FlateDecode/Length 20>>\nstream\n"), z.Bytes()...))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := open(data)
		if err != nil {
			return
		}
		for n := range file.offsets {
			if _, _, err := file.object(n); err == nil {
				_, _ = file.stream(ref(n))
			}
		}
	})
}
