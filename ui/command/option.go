package command

import (
	"strings"

	"yidanqing/app"
)

// options are the parsed arguments of a command: --name VALUE, --name=VALUE, --switch, and the rest.
type options struct {
	values   map[string][]string
	switches map[string]bool
	rest     []string
}

// parse reads args; values and switches name what is known. An unknown option is an error that says so.
func parse(args []string, values, switches string) (options, error) {
	o := options{values: map[string][]string{}, switches: map[string]bool{}}
	known := func(list, name string) bool {
		for _, n := range strings.Fields(list) {
			if n == name {
				return true
			}
		}
		return false
	}
	for i := 0; i < len(args); i++ {
		a := args[i]
		if a == "--" {
			o.rest = append(o.rest, args[i+1:]...)
			break
		}
		if a == "-" || !strings.HasPrefix(a, "--") {
			o.rest = append(o.rest, a)
			continue
		}
		name, value, joined := strings.Cut(a[2:], "=")
		switch {
		case known(switches, name) && !joined:
			o.switches[name] = true
		case known(values, name) && joined:
			o.values[name] = append(o.values[name], value)
		case known(values, name) && i+1 < len(args):
			i++
			o.values[name] = append(o.values[name], args[i])
		case known(values, name):
			return o, app.Errorf(app.CodeInvalid, "选项 --%s 后面缺少内容。", name)
		default:
			return o, app.Errorf(app.CodeInvalid, "不认识选项 %s。加 --help 看用法。", a)
		}
	}
	return o, nil
}

// value is the last value of an option, or empty.
func (o options) value(name string) string {
	v := o.values[name]
	if len(v) == 0 {
		return ""
	}
	return v[len(v)-1]
}
