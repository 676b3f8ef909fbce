import type { HandlingWay } from '../scenes/index.ts';
import { civilCourses } from './civil.ts';
import type { Course } from './course.ts';
import { criminalCourses } from './criminal.ts';
import { settledCourses } from './settled.ts';

/** What usually happens on each course, in its order, and how it ends. */
export const courses: Readonly<Record<HandlingWay, Course>> = {
  ...civilCourses,
  ...settledCourses,
  ...criminalCourses,
};

export type { Course, CourseEnd, CourseNote } from './course.ts';
