package pdf

import (
	"encoding/binary"
	"fmt"
	"math"
)

// profileName names the colour space in which the pages are meant (IEC 61966-2-1).
const profileName = "sRGB IEC61966-2.1"

// intent is the output intent of a file, its profile being object n: black is black on every device.
func intent(n int) string {
	return fmt.Sprintf("/OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (%s) /Info (%[1]s) /DestOutputProfile %d 0 R>>]", profileName, n)
}

// profileObject is the object of the profile.
func profileObject(n int) []byte {
	icc := profile()
	return fmt.Appendf(nil, "%d 0 obj\n<</N 3 /Length %d>>\nstream\n%s\nendstream\nendobj\n", n, len(icc), icc)
}

// profile is a profile of sRGB (ICC.1:2010, version 4.2): primaries and white point adapted to D50, the curve as a function.
func profile() []byte {
	white := [3]float64{0.9642, 1, 0.8249}
	curve := append(signed("para", 3), fixed(2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045)...)
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", words(profileName)}, {"cprt", words("CC0")}, {"wtpt", xyz(white)},
		{"chad", append(signed("sf32"), fixed(1.04788, 0.02292, -0.05022, 0.02960, 0.99049, -0.01707, -0.00925, 0.01508, 0.75168)...)},
		{"rXYZ", xyz([3]float64{0.43607, 0.22249, 0.01392})}, {"gXYZ", xyz([3]float64{0.38515, 0.71687, 0.09708})}, {"bXYZ", xyz([3]float64{0.14307, 0.06061, 0.71410})},
		{"rTRC", curve}, {"gTRC", nil}, {"bTRC", nil}, // all three have the one curve
	}
	out := make([]byte, 128, 1024)
	copy(out[8:], "\x04\x20\x00\x00mntrRGB XYZ ")
	binary.BigEndian.PutUint16(out[24:], 2000) // a fixed day: 1 January 2000
	out[27], out[29] = 1, 1
	copy(out[36:], "acsp")
	copy(out[68:], fixed(white[:]...))
	out = binary.BigEndian.AppendUint32(out, uint32(len(tags)))
	at, last := 128+4+12*len(tags), 0
	var body []byte
	for _, t := range tags {
		if t.data != nil {
			last = at + len(body)
			body = append(body, t.data...)
		}
		out = append(out, t.name...)
		out = binary.BigEndian.AppendUint32(out, uint32(last))
		out = binary.BigEndian.AppendUint32(out, uint32(at+len(body)-last))
	}
	out = append(out, body...)
	binary.BigEndian.PutUint32(out, uint32(len(out)))
	return out
}

// signed begins an element: its type, four bytes of nothing, and what kind of function it is, where it is one.
func signed(kind string, function ...uint16) []byte {
	out := append([]byte(kind), 0, 0, 0, 0)
	for _, f := range function {
		out = binary.BigEndian.AppendUint16(out, f)
		out = append(out, 0, 0)
	}
	return out
}

// fixed are numbers with 16 bits behind the point.
func fixed(list ...float64) []byte {
	var out []byte
	for _, v := range list {
		out = binary.BigEndian.AppendUint32(out, uint32(int32(math.Round(v*65536))))
	}
	return out
}

func xyz(v [3]float64) []byte { return append(signed("XYZ "), fixed(v[:]...)...) }

// words is a text in English, padded to four bytes.
func words(text string) []byte {
	out := signed("mluc")
	for _, n := range []uint32{1, 12} {
		out = binary.BigEndian.AppendUint32(out, n)
	}
	out = append(out, "enUS"...)
	out = binary.BigEndian.AppendUint32(out, uint32(2*len(text)))
	out = binary.BigEndian.AppendUint32(out, 28)
	for _, r := range text {
		out = append(out, 0, byte(r))
	}
	for len(out)%4 != 0 {
		out = append(out, 0)
	}
	return out
}
