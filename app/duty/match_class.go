package duty

import "yidanqing/app/lexicon"

// classSet is a set of action classes (动作类别), one bit a class.
type classSet uint64

// heavy are the action classes that only somebody with power over others may do: what townships were relieved of. The
// number is the family: who may not punish may not seize or investigate either.
var heavy = map[string]int{"inspect": 1, "penalize": 1, "seize": 1, "demolish": 1, "investigate": 1, "capture": 1, "approve": 2,
	"appraise": 3, "assess": measuringFamily, "quota": measuringFamily, "recover": 5, "certify": 6, "exterminate": 7}

// NeedsPower tells whether an action class is one that only somebody with power over others may do. What an issuer does to
// an office is none: targets, shares, rankings.
func NeedsPower(class string) bool { return heavy[class] > 0 && heavy[class] != measuringFamily }

// measuringFamily holds what an issuer does to an office: targets, shares, rankings.
const measuringFamily = 4

// classes are the action classes of a lexicon as bits.
type classes struct {
	named     map[string]classSet
	classOf   []classSet // by the lexicon's action id
	heavy     classSet
	measuring classSet
	families  [8]classSet // the heavy classes by family
}

func newClasses(lex *lexicon.Lexicon) classes {
	c := classes{named: map[string]classSet{}}
	for _, name := range lex.Classes() {
		bit, ok := c.named[name]
		if !ok {
			bit = 1 << len(c.named) // the lexicon has about thirty classes; beyond 64 they would share no bit and never meet
			c.named[name] = bit
			if f := heavy[name]; f > 0 {
				c.heavy |= bit
				c.families[f] |= bit
			}
		}
		c.classOf = append(c.classOf, bit)
	}
	c.measuring = c.families[measuringFamily]
	return c
}

// family is the set of the heavy classes that go together with one.
func (c *classes) family(bit classSet) classSet {
	for _, f := range c.families {
		if f&bit != 0 {
			return f
		}
	}
	return 0
}
