package face

import (
	"maps"
	"os"
	"slices"
	"strconv"
	"sync"
	"unicode"

	"yidanqing/app/paper"
)

// lendersOf are the files of this PC that lend single characters (rare ones of names, signs, emoji) where the faces of the
// paper have none, the best first: 宋体 of the higher planes, 方正 with the large set of characters, signs and emoji with
// outlines. Private characters (造字) mean something only in the file that the PC made for them.
var (
	lenderFiles = []string{
		"simsunb.ttf", "simsunextg.ttf", "simsun18030.ttc", "sursong.ttf", "方正宋体s-超大字符集.ttf", "fzsongs.ttf", "fzsong_superfont.ttf",
		"simsun.ttc", "simsun.ttf", "nsimsun.ttf", "mingliub.ttc", "mingliu.ttc", "cesi_ss_gb18030.ttf", "cesi_fs_gb18030.ttf",
		"hanaminb.ttf", "hanamina.ttf", "babelstonehan.ttf", "th-tshyn-p0.ttf", "th-tshyn-p1.ttf", "th-tshyn-p2.ttf",
		"plangothicp1-regular.ttf", "plangothicp2-regular.ttf", "msyh.ttc", "msyh.ttf", "arialuni.ttf", "wqy-zenhei.ttc", "wqy-microhei.ttc",
		"lxgwwenkai-regular.ttf", "droidsansfallbackfull.ttf", "droidsansfallback.ttf",
		"seguisym.ttf", "seguiemj.ttf", "symbola.ttf", "symbola_hint.ttf", "notoemoji-regular.ttf", "notosanssymbols2-regular.ttf",
		"opens___.ttf", "dejavusans.ttf",
	}
	privateFiles = []string{"eudc.tte", "eudc.ttf", "cesi_eudc.ttf"}
)

// rare draws the characters that none of the faces has: with the outline of a face of this PC, else as a frame with the
// number of the character in it. The files are read when the first such character comes. It is safe for concurrent use.
type rare struct {
	found  map[string]string // files of this PC by their lower-case names
	base   *Font             // whose measures the outlines are brought to
	digits *Font             // draws the number in a frame

	mu    sync.Mutex
	fonts map[string]*Font // by path; nil: cannot serve
	known map[rune]*Font   // nil: a frame
}

func newRare(found map[string]string, base, digits *Font) *rare {
	return &rare{found: found, base: base, digits: digits, fonts: map[string]*Font{}, known: map[rune]*Font{}}
}

// lender is the face of this PC that has r, or nil.
func (a *rare) lender(r rune) *Font {
	a.mu.Lock()
	defer a.mu.Unlock()
	f, ok := a.known[r]
	if !ok {
		f = a.look(r)
		a.known[r] = f
	}
	return f
}

func (a *rare) look(r rune) *Font {
	names := lenderFiles
	if unicode.Is(unicode.Co, r) {
		names = privateFiles
	}
	for _, name := range names {
		path, ok := a.found[name]
		if !ok {
			continue
		}
		f, read := a.fonts[path]
		if !read {
			if data, err := os.ReadFile(path); err == nil {
				f, _ = Parse(data) // a file that cannot serve is passed over
			}
			a.fonts[path] = f
		}
		if f != nil && f.draws(r) {
			if f.Name == "" {
				f.Name = name
			}
			return f
		}
	}
	return nil
}

// draws tells whether the font has an outline for r: some files map emoji to blanks and hold pictures elsewhere.
func (f *Font) draws(r rune) (ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	g := f.glyph(r)
	if g == 0 {
		return false
	}
	cs, err := f.contours(g, 0)
	return err == nil && len(cs) > 0
}

// advance is the width of r in ems.
func (a *rare) advance(r rune) float64 {
	if paper.Invisible(r) {
		return 0
	}
	if f := a.lender(r); f != nil {
		return f.advance(f.glyph(r))
	}
	return 1
}

// shape is the glyph of r in the units of the base font.
func (a *rare) shape(r rune) shape {
	advance := uint16(a.advance(r)*a.base.em + 0.5)
	if paper.Invisible(r) {
		return shape{}
	}
	var cs []contour
	if f := a.lender(r); f != nil {
		own, _ := f.contours(f.glyph(r), 0) // draws has read it before
		cs = scaled(own, a.base.em/f.em, 0, 0)
	} else {
		cs = a.frame(r)
	}
	s := shape{outline: entry(cs), advance: advance}
	if len(s.outline) > 0 {
		s.left = i16(s.outline, 2)
	}
	return s
}

// Measures of a frame in ems: where it stands, its stroke, the height of the digits' rows.
const (
	frameLeft, frameRight = 0.06, 0.94
	frameLow, frameHigh   = -0.08, 0.82
	frameStroke           = 0.035
	frameRow              = 0.42
)

// frame is a frame with the number of a character, in two rows of hexadecimal digits: for 𠮷 020 over BB7.
func (a *rare) frame(r rune) []contour {
	em := a.base.em
	box := func(left, low, right, high float64, inner bool) contour {
		c := contour{{left * em, low * em, true}, {left * em, high * em, true}, {right * em, high * em, true}, {right * em, low * em, true}}
		if inner { // the other way round: a hole
			slices.Reverse(c)
		}
		return c
	}
	out := []contour{box(frameLeft, frameLow, frameRight, frameHigh, false),
		box(frameLeft+frameStroke, frameLow+frameStroke, frameRight-frameStroke, frameHigh-frameStroke, true)}
	number := strconv.FormatInt(int64(r), 16)
	for len(number) < 4 || len(number)%2 != 0 {
		number = "0" + number
	}
	row := len(number) / 2
	pitch := (frameRight - frameLeft - 4*frameStroke) / float64(row)
	for i := range len(number) {
		c := rune(number[i])
		if c >= 'a' {
			c += 'A' - 'a'
		}
		cs, err := a.digits.contours(a.digits.glyph(c), 0)
		if err != nil {
			continue
		}
		k := min(pitch/0.62, 0.5) * em / a.digits.em // digits are about 0.6 em wide
		wide := a.digits.advance(a.digits.glyph(c)) * a.digits.em * k / em
		x := frameLeft + 2*frameStroke + pitch*float64(i%row) + (pitch-wide)/2
		y := frameLow + 2.4*frameStroke + frameRow*float64(1-i/row)
		out = append(out, scaled(cs, k, x*em, y*em)...)
	}
	return out
}

// subset is a font file of rare characters, each under its code.
func (a *rare) subset(family string, codes map[uint16]rune) []byte {
	shapes, places := []shape{{advance: uint16(a.base.em)}}, map[uint16]int{}
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		places[code] = len(shapes)
		shapes = append(shapes, a.shape(codes[code]))
	}
	return a.base.write(family, shapes, places)
}
