package duty

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func marked(pieces []Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		if p.Changed {
			b.WriteString("[" + p.Text + "]")
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func TestPieces(t *testing.T) {
	for _, c := range [][4]string{
		{"秸秆禁烧宣传、巡查、查处", "秸秆禁烧宣传、巡查与早期处置", "秸秆禁烧宣传、巡查[、查处]", "秸秆禁烧宣传、巡查[与早期处置]"},
		{"农村自建房安全排查、鉴定", "农村自建房安全隐患排查", "农村自建房安全排查[、鉴定]", "农村自建房安全[隐患]排查"},
		{"餐饮场所燃气安全检查", "餐饮场所燃气安全执法检查与处罚", "餐饮场所燃气安全检查", "餐饮场所燃气安全[执法]检查[与处罚]"},
		{"养犬管理", "养犬管理", "养犬管理", "养犬管理"},
		{"", "登记", "", "[登记]"},
		{"甲乙", "丙丁", "[甲乙]", "[丙丁]"},
	} {
		before, after := Pieces(c[0], c[1])
		if marked(before) != c[2] || marked(after) != c[3] {
			t.Errorf("%s → %s: %s, %s", c[0], c[1], marked(before), marked(after))
		}
	}
}

// TestPiecesLoseNothing holds for any texts: the pieces make up the texts, and what is shared is the same on both sides.
func TestPiecesLoseNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	for range 2000 {
		text := func() string {
			out := make([]rune, r.IntN(12))
			for i := range out {
				out[i] = []rune("宣传巡查处置")[r.IntN(6)]
			}
			return string(out)
		}
		old, now := text(), text()
		before, after := Pieces(old, now)
		join := func(list []Piece, all bool) string {
			var b strings.Builder
			for _, p := range list {
				if all || !p.Changed {
					b.WriteString(p.Text)
				}
			}
			return b.String()
		}
		if join(before, true) != old || join(after, true) != now || join(before, false) != join(after, false) {
			t.Fatalf("%q → %q: %s, %s", old, now, marked(before), marked(after))
		}
	}
}
