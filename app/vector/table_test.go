package vector

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math"
	"os"
	"testing"

	"yidanqing/app"
)

// entryOf is a word of a table made for a test.
type entryOf struct {
	word  string
	cost  byte
	scale float32
	vec   []int8
}

// encode writes a table file of two dimensions.
func encode(words []entryOf, ground [2]float32) []byte {
	var starts, longest uint32
	var places, costs, scales, vectors, runes []byte
	for _, w := range words {
		places = binary.LittleEndian.AppendUint32(places, starts)
		n := uint32(len([]rune(w.word)))
		starts, longest = starts+n, max(longest, n)
		costs = append(costs, w.cost)
		scales = binary.LittleEndian.AppendUint32(scales, math.Float32bits(w.scale))
		vectors = append(vectors, byte(w.vec[0]), byte(w.vec[1]))
		for _, r := range w.word {
			runes = binary.LittleEndian.AppendUint16(runes, uint16(r))
		}
	}
	places = binary.LittleEndian.AppendUint32(places, starts)
	b := []byte(magic)
	for _, v := range []uint32{2, uint32(len(words)), starts, longest} {
		b = binary.LittleEndian.AppendUint32(b, v)
	}
	for _, g := range ground {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(g))
	}
	for _, part := range [][]byte{places, costs, scales, vectors, runes} {
		b = append(b, part...)
	}
	return seal(b)
}

// seal puts the right checksum behind body.
func seal(body []byte) []byte {
	return binary.LittleEndian.AppendUint32(body, crc32.ChecksumIEEE(body))
}

// small has words of two themes, along the first and the second dimension.
func small() []byte {
	return encode([]entryOf{
		{"特困人员", 150, .1, []int8{127, 0}},
		{"特困", 140, .1, []int8{120, 10}},
		{"人员", 90, .05, []int8{30, 30}},
		{"老人", 100, .1, []int8{110, 5}},
		{"没儿没女", 190, .1, []int8{118, -8}},
		{"燃气", 130, .1, []int8{0, 127}},
		{"煤气罐", 150, .1, []int8{-5, 120}},
		{"安全", 100, .05, []int8{10, 60}},
		{"的", 40, .001, []int8{40, 40}},
	}, [2]float32{.6, .8})
}

func mustLoad(tb testing.TB, data []byte) *Table {
	tb.Helper()
	t, err := Load(data)
	if err != nil {
		tb.Fatal(err)
	}
	return t
}

// shipped is the table that the program ships with.
func shipped(tb testing.TB) *Table {
	tb.Helper()
	data, err := os.ReadFile("../../assets/vector/words.vec")
	if err != nil {
		tb.Fatal(err)
	}
	return mustLoad(tb, data)
}

func TestLoad(t *testing.T) {
	v := mustLoad(t, small())
	if v.Dims() != 2 || v.Len() != 9 {
		t.Fatalf("got %d dimensions, %d words; want 2, 9", v.Dims(), v.Len())
	}
	if got := v.Word(4); got != "没儿没女" {
		t.Errorf("word 4 is %q", got)
	}
}

func TestLoadRefusesDamage(t *testing.T) {
	good := small()
	patch := func(at int, b ...byte) []byte {
		body := append([]byte(nil), good[:len(good)-crcSize]...)
		copy(body[at:], b)
		return seal(body)
	}
	starts := headerSize + 2*4
	scales := starts + 10*4 + 9
	for name, data := range map[string][]byte{
		"empty":              nil,
		"another file":       []byte("PK\x03\x04 something that is no table at all"),
		"cut short":          good[:len(good)/2],
		"one byte missing":   good[:len(good)-1],
		"one byte more":      append(append([]byte(nil), good...), 0),
		"one bit turned":     append(append(append([]byte(nil), good[:60]...), good[60]^4), good[61:]...),
		"no dimensions":      patch(8, 0, 0, 0, 0),
		"too many words":     patch(12, 255, 255, 255, 255),
		"words do not fit":   patch(12, 8),
		"word of no rune":    patch(starts+4, 0),
		"word out of bounds": patch(starts+4, 255, 255, 255, 255),
		"first word shifted": patch(starts, 1),
		"longer than said":   patch(20, 3),
		"scale not a number": patch(scales, 0, 0, 0xc0, 0x7f),
	} {
		t.Run(name, func(t *testing.T) {
			v, err := Load(data)
			if err == nil {
				t.Fatalf("took it: %d words", v.Len())
			}
			var e *app.Error
			if !errors.As(err, &e) || e.Code != app.CodeDamaged || e.Message == "" {
				t.Errorf("got %v, want an error of code damaged with a message", err)
			}
		})
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(small(), "没儿没女的老人")
	f.Add(small()[:40], "燃气安全")
	f.Add([]byte(magic), "")
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		// The checksum would keep nearly all inputs from the code behind it: put the right one.
		if len(data) > crcSize {
			data = seal(append([]byte(nil), data[:len(data)-crcSize]...))
		}
		v, err := Load(data)
		if err != nil {
			return
		}
		s := []rune(text)
		end := 0
		for _, k := range v.Segment(s) {
			if k.Start < end || k.End <= k.Start || k.End > len(s) {
				t.Fatalf("token %+v after %d in %d runes", k, end, len(s))
			}
			if got := v.Word(k.ID); got != string(s[k.Start:k.End]) {
				t.Fatalf("token %q is word %q", string(s[k.Start:k.End]), got)
			}
			end = k.End
		}
		q := NewIndex(v, []Entry{{Name: text}, {Name: "燃气", Duties: text}}).Query(s)
		for i, sc := range q.Scores(nil) {
			if math.IsNaN(sc.Name) || math.IsNaN(sc.Whole) {
				t.Fatalf("entry %d: %+v", i, sc)
			}
			q.Links(i, 3)
		}
	})
}
