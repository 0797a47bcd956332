package reports

import (
	"fmt"
	"reflect"
	"strings"
)

// emptyFields names the texts that a language lacks.
func emptyFields(t *texts) (list []string) {
	v := reflect.ValueOf(*t)
	for _, v := range []reflect.Value{v, reflect.ValueOf(t.asked), reflect.ValueOf(t.formulated)} {
		for i := range v.NumField() {
			if v.Field(i).IsZero() {
				list = append(list, v.Type().Field(i).Name)
			}
		}
	}
	return list
}

// verbs tells how many blanks each text has.
func verbs(t *texts) (list []string) {
	v := reflect.ValueOf(*t)
	for _, v := range []reflect.Value{v, reflect.ValueOf(t.asked), reflect.ValueOf(t.formulated)} {
		for i := range v.NumField() {
			if f := v.Field(i); f.Kind() == reflect.String {
				list = append(list, fmt.Sprint(v.Type().Field(i).Name, strings.Count(f.String(), "%")))
			}
		}
	}
	return list
}
